// Settings of the workspace that last for one test.
import { ConfigurationTarget, workspace } from 'vscode';

const changed = new Set<string>();

/** Sets a setting; it is as before when the test ends. */
export async function setting(name: string, value: unknown): Promise<void> {
  changed.add(name);
  await workspace.getConfiguration().update(name, value, ConfigurationTarget.Workspace);
}

afterEach(async () => {
  for (const name of changed) {
    await workspace.getConfiguration().update(name, undefined, ConfigurationTarget.Workspace);
  }
  changed.clear();
});
