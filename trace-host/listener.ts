/** Listens to running programs: their threads connect to a local socket, and send what they record. */

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { INVITATION_FILE, invitationFrom, TOKEN_LENGTH, type Invitation } from '../shared/trace/rendezvous.ts';
import { answers } from './answers.ts';
import { receive, type Listening } from './connection.ts';
import { socketPath } from './socket-path.ts';

export class TraceListener {
  readonly #server: Server;
  readonly #file: string;
  readonly #invitation: Invitation;
  readonly #connections = new Set<Socket>();

  private constructor(server: Server, file: string, invitation: Invitation) {
    this.#server = server;
    this.#file = file;
    this.#invitation = invitation;
  }

  /**
   * Invites all programs of a run, those that are running and those to come. `folder` is that of the run.
   * What is received is handed on at once; while that takes time, programs keep what they record for a while, and say
   * how much is lost then.
   * @throws when another listener is there, or the socket cannot be made
   */
  static async open(folder: string, listening: Listening): Promise<TraceListener> {
    const file = join(folder, INVITATION_FILE);
    if (await isTaken(file)) throw new Error('Another listener reads what this program records. Close it first.');
    const id = randomBytes(4).toString('hex');
    const socket = socketPath(folder, id);
    const token = randomBytes(TOKEN_LENGTH / 2).toString('hex');
    const server = createServer();
    const listener = new TraceListener(server, file, { socket, token });
    server.on('connection', connection => {
      listener.#connections.add(connection);
      connection.on('close', () => listener.#connections.delete(connection));
      receive(connection, token, listening);
    });
    server.listen(socket);
    await once(server, 'listening');
    await writeWhole(file, JSON.stringify(listener.#invitation));
    return listener;
  }

  /** Programs go on without it. */
  async close(): Promise<void> {
    if ((await invitationIn(this.#file))?.token === this.#invitation.token) await rm(this.#file, { force: true });
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const connection of this.#connections) connection.destroy();
    await closed;
  }
}

/** Nobody sees a half of it. */
async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text, { mode: 0o600 });
  await rename(`${file}.part`, file);
}

async function invitationIn(file: string): Promise<Invitation | undefined> {
  try {
    return invitationFrom(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A listener that was killed leaves its invitation behind. */
async function isTaken(file: string): Promise<boolean> {
  const invitation = await invitationIn(file);
  return invitation !== undefined && (await answers(invitation.socket));
}
