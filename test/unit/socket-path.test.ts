import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeJson } from '../../shared/trace/text.ts';
import { invitationFrom, TOKEN_LENGTH } from '../../shared/trace/rendezvous.ts';
import { socketPath } from '../../trace-host/socket-path.ts';

describe('the path of a local socket', () => {
  it('lies in the folder of the run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'asynclens-'));
    assert.equal(socketPath(folder, '1f2e', 'linux'), `${folder}/1f2e`);
    rmSync(folder, { recursive: true });
  });

  it('is that of a named pipe on Windows, whatever the folder, and comes through an invitation as it is', () => {
    const socket = socketPath('C:\\Users\\me\\AppData\\Local\\Temp\\asynclens-runs\\run-1', '1f2e', 'win32');
    assert.equal(socket, '\\\\.\\pipe\\asynclens-1f2e');
    const invitation = { socket, token: 'a'.repeat(TOKEN_LENGTH) };
    assert.deepEqual(invitationFrom(Buffer.from(encodeJson(invitation)).toString()), invitation);
  });
});
