/**
 * How a listener and the threads of a program find each other: by files in a folder that belongs to the user alone.
 * Each process puts its name there; the listener an invitation, before the program starts or while it runs.
 */

/** In a rendezvous folder: what the listener has to say to all threads of all processes. */
export const INVITATION_FILE = 'listener.json';

/** Where to connect to. What is sent there is the token, and then a recording. */
export interface Invitation {
  /** Path of a Unix domain socket, or of a named pipe on Windows. */
  readonly socket: string;
  /** Tells the program from others that may open the socket: `TOKEN_LENGTH` ASCII characters. */
  readonly token: string;
}

export const TOKEN_LENGTH = 64;

/** The file by which a process says that it can be listened to: its arguments as JSON. */
export const announcementFile = (pid: number): string => `${pid}.pid`;

/** `undefined` for what is no invitation. */
export function invitationFrom(text: string): Invitation | undefined {
  try {
    const { socket, token } = JSON.parse(text) as Partial<Invitation>;
    return typeof socket === 'string' && typeof token === 'string' && token.length === TOKEN_LENGTH
      ? { socket, token }
      : undefined;
  } catch {
    return undefined;
  }
}
