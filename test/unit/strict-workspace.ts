/** A small project with all rules on, for the tests of a `describe`. */

import assert from 'node:assert/strict';
import type { Workspace } from '../../server/lint/api.ts';
import { createWorkspace } from '../../server/lint/workspace.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';
import { Folder } from '../lsp/folder.ts';

export interface StrictWorkspace {
  readonly folder: Folder;
  readonly workspace: Workspace;
}

/** Call it within a `describe`; the result is there as soon as a test runs, and gone after the last. */
export function strictWorkspace(files: Readonly<Record<string, string>>): () => StrictWorkspace {
  let made: StrictWorkspace;
  before(() => {
    const folder = new Folder(files);
    const workspace = createWorkspace(
      {
        cancelled: () => false,
        log: line => assert.fail(line),
        compilerStarted: () => undefined,
        settingsFor: () => ({ ...DEFAULT_SETTINGS, preset: 'strict' }),
      },
      { cwd: folder.path, lifetime: 'run' },
    );
    made = { folder, workspace };
  });
  after(() => {
    made.workspace.dispose();
    made.folder.remove();
  });
  return () => made;
}
