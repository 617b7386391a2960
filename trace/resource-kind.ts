/** What a resource is, in the words of people who write programs. */

export type ResourceKind =
  | 'timer'
  | 'immediate'
  | 'tick'
  | 'microtask'
  | 'fs'
  | 'net'
  | 'dns'
  | 'worker'
  | 'process'
  | 'crypto'
  | 'zlib'
  | 'signal'
  | 'udp'
  | 'tty'
  | 'other';

/** By the types of async_hooks; the first that matches counts. */
const KINDS: readonly (readonly [RegExp, ResourceKind])[] = [
  [/^Timeout$/, 'timer'],
  [/^Immediate$/, 'immediate'],
  [/^TickObject$/, 'tick'],
  [/^Microtask$/, 'microtask'],
  [/^FS/, 'fs'],
  [/^(?:TCP|PIPE|SOCKET|HTTP|TLS|STREAM(?:REQ|PIPE)|WRITEWRAP|SHUTDOWN|JSSTREAM|UNDICI)/i, 'net'],
  [/ADDRINFO|DNS|NAMEINFO|QUERY/i, 'dns'],
  [/^(?:MESSAGEPORT|WORKER)/, 'worker'],
  [/^PROCESSWRAP/, 'process'],
  [/BYTES|PBKDF2|SCRYPT|HASH|CIPHER|SIGN|KEYGEN|KEYPAIR|DERIVE|RANDOM|CHECKPRIME/i, 'crypto'],
  [/ZLIB/, 'zlib'],
  [/^SIGNALWRAP/, 'signal'],
  [/UDP/, 'udp'],
  [/TTY/, 'tty'],
];

/** What Node's type of a resource stands for. */
export const resourceKind = (type: string): ResourceKind =>
  KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';

/** Whether a callback of this kind comes from outside of the program, not from the program's own order to run later. */
export const isExternal = (kind: ResourceKind): boolean => kind !== 'tick' && kind !== 'microtask' && kind !== 'other';

/** Whether a resource of this type is a callback of `process.nextTick` or `queueMicrotask`. */
export const isDeferredJob = (type: string): boolean => type === 'TickObject' || type === 'Microtask';

const OUTSIDE: ReadonlySet<ResourceKind> = new Set(['fs', 'net', 'dns', 'worker', 'process', 'crypto', 'zlib', 'udp']);

/**
 * Whether something outside of the thread has work to do before it is called back: how long, the program cannot say.
 */
export const isOutside = (kind: ResourceKind): boolean => OUTSIDE.has(kind);
