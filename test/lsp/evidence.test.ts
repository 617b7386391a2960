import assert from 'node:assert/strict';
import type { SiteEvidence } from '../../shared/evidence.ts';
import { EVIDENCE_NOTIFICATION } from '../../shared/requests.ts';
import { SiteNames } from '../../shared/trace/site.ts';
import { Editor } from './editor.ts';

const USE = 'async function save(): Promise<void> {}\nsave();\nvoid save();\nexport {};\n';
const FLOATING = { line: 1, character: 0 };

/** What a run has told of the statement `save();`. */
const DROPPED: SiteEvidence = {
  site: new SiteNames('src/use.ts', USE).nameOf('discard', FLOATING),
  kind: 'discard',
  file: '/elsewhere/src/use.ts',
  count: 12,
  rejected: 2,
  unhandled: 2,
  reasons: [{ reason: 'ECONNRESET', count: 2 }],
  pending: 0,
  pendingSince: undefined,
  durations: undefined,
};

describe('evidence from the last run', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const start = async (settings = {}): Promise<void> => {
    editor = await Editor.start({ 'package.json': '{}', 'src/use.ts': USE }, { settings });
    await editor.open('src/use.ts');
  };
  const tell = (...sites: SiteEvidence[]) =>
    editor.connection.sendNotification(EVIDENCE_NOTIFICATION, { sites, warnings: [] });
  const seen = async (): Promise<string[]> => {
    const [diagnostic] = await editor.diagnostics('src/use.ts');
    return diagnostic!.relatedInformation!.map(({ message }) => message);
  };

  it('stands with the finding about the same code', async () => {
    await start();
    await editor.diagnostics('src/use.ts');
    await tell(DROPPED);
    await editor.refreshes.next();
    assert.deepEqual(await seen(), [
      'In the last run: dropped 12×, 2 rejected (2 handled by nobody): ECONNRESET.',
      '`save` is declared here',
    ]);
  });

  it('follows the code when it moves, and ends with it', async () => {
    await start();
    await tell(DROPPED);
    await editor.edit('src/use.ts', 'async function', '// Saves.\nasync function');
    assert.equal((await seen()).length, 2);
    await editor.edit('src/use.ts', '\nsave();', '\nsave( /* now */ );');
    assert.equal((await seen()).length, 1);
  });

  it('is taken back', async () => {
    await start();
    await tell(DROPPED);
    await tell();
    assert.equal((await seen()).length, 1);
  });

  it('makes a finding that did harm count for more, if that is wanted', async () => {
    const rules = { 'no-floating-promises': 'info' } as const;
    const severity = async () => (await editor.diagnostics('src/use.ts'))[0]!.severity;
    await start({ rules });
    await tell(DROPPED);
    assert.equal(await severity(), 2);
    await tell({ ...DROPPED, unhandled: 0 });
    assert.equal(await severity(), 3);
    await editor.stop();
    await start({ rules, raiseSeverityByEvidence: false });
    await tell(DROPPED);
    assert.equal(await severity(), 3);
  });
});
