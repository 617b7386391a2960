/** Where listeners find the program, and the program them: see `shared/trace/rendezvous.ts`. */

import { join } from 'node:path';
import { announcementFile, INVITATION_FILE, invitationFrom, type Invitation } from '../../shared/trace/rendezvous.ts';
import { readFileSync, rmSync, statSync, writeFileSync } from '../natives.ts';

export class Rendezvous {
  readonly #announcement: string;
  readonly #invitation: string;
  #lastSeen: string | undefined;

  /** `folder` is absolute, and may be gone. */
  constructor(folder: string) {
    this.#announcement = join(folder, announcementFile(process.pid));
    this.#invitation = join(folder, INVITATION_FILE);
  }

  /** An invitation that was not there at the last call. */
  newInvitation(): Invitation | undefined {
    try {
      const status = statSync(this.#invitation, { throwIfNoEntry: false });
      const seen = status && `${status.ino} ${status.mtimeMs}`;
      if (seen === this.#lastSeen) return undefined;
      this.#lastSeen = seen;
      return seen === undefined ? undefined : invitationFrom(readFileSync(this.#invitation, 'utf8'));
    } catch {
      // It is being taken away, or Node's permissions forbid to look: nobody listens.
      return undefined;
    }
  }

  /** For a process, not for each of its threads. */
  announce(): void {
    attempt(() => writeFileSync(this.#announcement, JSON.stringify(process.argv), { mode: 0o600 }));
  }

  withdraw(): void {
    attempt(() => rmSync(this.#announcement, { force: true }));
  }
}

/** Who cannot be found is recorded all the same. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The folder is gone with whoever made it.
  }
}
