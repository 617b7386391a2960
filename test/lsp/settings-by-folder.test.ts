import assert from 'node:assert/strict';
import { settingsFor } from '../../server/lsp/settings-by-folder.ts';
import { DEFAULT_SETTINGS } from '../../shared/settings.ts';

describe('the settings of a file', () => {
  const outer = { ...DEFAULT_SETTINGS, enable: false };
  const inner = { ...DEFAULT_SETTINGS, workspaceDiagnostics: true };
  const all = {
    elsewhere: DEFAULT_SETTINGS,
    folders: [
      { folder: '/code/app/packages/ui', settings: inner },
      { folder: '/code/app', settings: outer },
    ],
  };

  it('are those of the innermost folder that holds it', () => {
    assert.equal(settingsFor(all, '/code/app/main.ts'), outer);
    assert.equal(settingsFor(all, '/code/app/packages/ui/button.ts'), inner);
  });

  it('are not those of a folder whose name only begins alike', () => {
    assert.equal(settingsFor(all, '/code/application/main.ts'), DEFAULT_SETTINGS);
  });
});
