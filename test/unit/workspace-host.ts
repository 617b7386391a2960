/** Whom a workspace in a test speaks to. */

import assert from 'node:assert/strict';
import type { WorkspaceHost } from '../../server/lint/api.ts';
import { DEFAULT_SETTINGS, type EditorSettings } from '../../shared/settings.ts';

/** It calls nothing off; what the linter logs is a mistake, unless `log` takes it. */
export const hostWith = (
  settings: Partial<EditorSettings> = {},
  log: WorkspaceHost['log'] = line => assert.fail(line),
): WorkspaceHost => ({
  cancelled: () => false,
  log,
  compilerStarted: () => undefined,
  settingsFor: () => ({ ...DEFAULT_SETTINGS, ...settings }),
});
