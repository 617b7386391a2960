import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { ServerState } from '../../shared/requests.ts';
import { Analysis } from '../../server/lsp/analysis.ts';
import type { AnalysisOptions } from '../../server/lsp/analysis.ts';
import { AnalysisFailed } from '../../server/lsp/job.ts';

/** A worker thread that does what the first path of a question says, and else answers with the files it was told of. */
const OBEDIENT = `
  import { parentPort } from 'node:worker_threads';
  const files = [];
  parentPort.on('message', message => {
    if (message.kind !== 'job') return files.push(message.file);
    const { id, cancel, question } = message;
    const cancelled = () => Atomics.load(new Int32Array(cancel), 0) === 1;
    const [order] = question.paths;
    if (order === 'die') throw new Error('killed by a test');
    while (order === 'spin');
    while (order === 'spin until cancelled' && !cancelled());
    parentPort.postMessage({ kind: 'answer', id, value: files });
  });
`;

describe('the analysis', () => {
  let analysis: Analysis;
  const states: ServerState[] = [];
  afterEach(async () => {
    await analysis.stop();
    states.length = 0;
  });

  const start = (options: Partial<AnalysisOptions> = {}): Analysis =>
    new Analysis({
      worker: new URL(`data:text/javascript,${encodeURIComponent(OBEDIENT)}`),
      silenceLimit: 60_000,
      replay: () => [{ kind: 'setDocument', file: 'replayed.ts', text: '' }],
      onState: state => states.push(state),
      onConfigProblems: () => {},
      log: () => {},
      ...options,
    });
  const order = (what: string, urgency: 'document' | 'workspace' = 'document'): Promise<readonly string[]> =>
    analysis.ask({ kind: 'filesUnder', paths: [what] }, urgency);

  it('starts a thread that died anew, and tells it what the one before it knew', async () => {
    analysis = start();
    analysis.tell({ kind: 'setDocument', file: 'told.ts', text: '' });
    assert.deepEqual(await order('answer'), ['told.ts']);
    await assert.rejects(order('die'), { why: 'interrupted' });
    assert.deepEqual(await order('answer'), ['replayed.ts']);
    const recovering = states.find(({ kind }) => kind === 'recovering');
    assert.deepEqual(recovering, { kind: 'recovering', reason: 'killed by a test' });
    assert.equal(states.at(-1)!.kind, 'ready');
  });

  it('gives up when the thread dies again and again', async () => {
    analysis = start();
    await assert.rejects(order('die'), { why: 'interrupted' });
    await assert.rejects(order('die'), { why: 'interrupted' });
    await assert.rejects(order('die'), { why: 'interrupted' });
    await assert.rejects(order('answer'), AnalysisFailed);
    assert.equal(states.filter(({ kind }) => kind === 'failed').length, 1);
  });

  it('ends a thread that gives no sign of life', async () => {
    analysis = start({ silenceLimit: 100 });
    await assert.rejects(order('spin'), { why: 'interrupted' });
    assert.deepEqual(await order('answer'), ['replayed.ts']);
  });

  it('takes documents before the workspace, and of documents the newest question first', async () => {
    analysis = start();
    const done: string[] = [];
    const asked = (['workspace', 'document'] as const).flatMap(urgency =>
      [1, 2, 3].map(number => order('answer', urgency).then(() => done.push(`${urgency} ${number}`))),
    );
    await Promise.all(asked);
    assert.deepEqual(done, ['workspace 1', 'document 3', 'document 2', 'document 1', 'workspace 2', 'workspace 3']);
  });

  it('stops the thread in the middle of a job that is not wanted any more', async () => {
    analysis = start();
    const source = new CancellationTokenSource();
    const spinning = analysis.ask({ kind: 'filesUnder', paths: ['spin until cancelled'] }, 'document', source.token);
    source.cancel();
    await assert.rejects(spinning, { why: 'unwanted' });
    assert.deepEqual(await order('answer'), []);
  });
});
