import assert from 'node:assert/strict';
import type { Surroundings } from '../../cli/check.ts';
import { run } from '../../cli/run.ts';
import { CompilerUnavailable, type Workspace } from '../../server/lint/api.ts';
import { SAMPLE_RESULT } from './sample-result.ts';
import { SAMPLE_RULES } from './sample-rules.ts';

const CWD = process.cwd().replaceAll('\\', '/');
const FILE = `${CWD}/cli/run.ts`;

/** A workspace that holds one existing file, and does otherwise as it is told. */
function workspace(behaviour: Partial<Workspace> = {}): Workspace {
  const unexpected = (): never => assert.fail('not expected to be called');
  return {
    setDocument: unexpected,
    closeDocument: unexpected,
    filesChanged: unexpected,
    filesUnder: () => [FILE],
    assumeProjects: unexpected,
    lint: () => [{ file: FILE, findings: [], project: undefined }],
    dependencies: unexpected,
    fromElsewhere: unexpected,
    findingsAt: unexpected,
    compilerErrorFixes: unexpected,
    warningFixes: unexpected,
    blockingRoot: unexpected,
    blockingRows: unexpected,
    silencingEdits: unexpected,
    fixAll: unexpected,
    configProblems: () => [],
    unreadTsconfigs: () => [],
    dispose: () => undefined,
    ...behaviour,
  };
}

/** What a run writes, to a terminal or not, and its exit code. */
async function outcome(args: string[], openWorkspace: Surroundings['openWorkspace'], isTTY = false) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({ isTTY, write: (text: string) => (written[name] += text) });
  const code = await run(args, {
    cwd: CWD,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    colour: false,
    version: '1.2.3',
    shim: '/nowhere',
    rules: SAMPLE_RULES,
    openWorkspace,
    openCached: openWorkspace,
  });
  return { code, ...written };
}

describe('progress', () => {
  it('is one line on a terminal, which is gone before the findings come', async () => {
    const { stdout, stderr } = await outcome(['check'], () => workspace(), true);
    assert.equal(stderr, '\r\u001b[KLoading projects…\r\u001b[K');
    assert.equal(stdout, 'No findings, 1 file checked.\n');
  });

  it('is not written to files and pipes', async () =>
    assert.equal((await outcome(['check'], () => workspace())).stderr, ''));
});

describe('fixing', () => {
  it('ends when a fix changes nothing', async () => {
    const [{ findings }] = SAMPLE_RESULT.reports as [(typeof SAMPLE_RESULT.reports)[0]];
    let lints = 0;
    const stubborn = workspace({
      lint: () => {
        lints++;
        return [{ file: FILE, findings, project: undefined }];
      },
      fixAll: () => [],
    });
    const { code } = await outcome(['check', '--fix', '--format', 'github'], () => stubborn);
    assert.equal(lints, 1);
    assert.equal(code, 1);
  });
});

describe('a failure', () => {
  it('of the compiler is explained, and the exit code is 2', async () => {
    const { code, stdout, stderr } = await outcome(['check'], () => {
      throw new CompilerUnavailable('There is no compiler for this machine. Install one.');
    });
    assert.deepEqual([code, stdout], [2, '']);
    assert.equal(stderr, 'asynclens: There is no compiler for this machine. Install one.\n');
  });

  it('of our own is told with its details, and the workspace is closed', async () => {
    let disposed = false;
    const broken = workspace({
      lint: () => {
        throw new Error('boom');
      },
      dispose: () => {
        disposed = true;
      },
    });
    const { code, stderr } = await outcome(['check'], () => broken);
    assert.equal(code, 2);
    assert.match(stderr, /^asynclens failed\. .*\nError: boom\n/);
    assert.ok(disposed);
  });
});

describe('a file without a report', () => {
  it('is named, and the exit code is 2', async () => {
    const { code, stderr } = await outcome(['check'], () => workspace({ lint: () => [] }));
    assert.deepEqual([code, stderr], [2, 'cli/run.ts was not checked: the compiler could not read it.\n']);
  });
});
