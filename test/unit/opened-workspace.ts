/** A small project, for the tests of a `describe`. */

import type { Workspace } from '../../server/lint/api.ts';
import { createWorkspace } from '../../server/lint/workspace.ts';
import type { Preset } from '../../shared/settings.ts';
import { Folder } from '../lsp/folder.ts';
import { hostWith } from './workspace-host.ts';

export interface OpenedWorkspace {
  readonly folder: Folder;
  readonly workspace: Workspace;
}

/** Call it within a `describe`; the result is there as soon as a test runs, and gone after the last. */
export function openedWorkspace(
  files: Readonly<Record<string, string>>,
  preset: Preset = 'recommended',
): () => OpenedWorkspace {
  let made: OpenedWorkspace;
  before(() => {
    const folder = new Folder(files);
    made = { folder, workspace: createWorkspace(hostWith({ preset }), { cwd: folder.path, lifetime: 'run' }) };
  });
  after(() => {
    made.workspace.dispose();
    made.folder.remove();
  });
  return () => made;
}
