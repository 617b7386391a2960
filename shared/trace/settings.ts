/** What whoever starts the program tells the shim, by an environment variable that child processes inherit. */

export const SETTINGS_VARIABLE = 'ASYNCLENS_TRACE';

/** Paths are absolute. */
export interface TraceSettings {
  /** The recording; `undefined` where only listeners are to get it. */
  readonly file?: string;
  /** The folder where listeners and programs meet: see `rendezvous.ts`. */
  readonly rendezvous?: string;
  /** Where to keep what was found out of source code; without it, every start takes as long as the first. */
  readonly plans?: string;
  /** Milliseconds from which on it is noted that the event loop stood still; 0 for never. */
  readonly blockThreshold?: number;
  /** 'sites' when it is missing. */
  readonly tier?: Tier;
  /** Whether garbage is collected when nothing is left to do, which proves of awaits that they can never resume. */
  readonly collectGarbage?: boolean;
  /** `false` to tell nothing of why promises are rejected: messages of errors may hold secrets. */
  readonly reasons?: boolean;
  /** Tasks of one function in a second from which on not all of them are recorded; 0 for never. */
  readonly sampleAbove?: number;
  /** Packages below `node_modules` that are looked into, too; `*` means all. */
  readonly packages?: readonly string[];
}

/**
 * How tasks are recognised: `sites` by insertions into the code, exactly; `hooks` by the stack, slowly and not all,
 * also where code cannot be changed.
 */
export const TIERS = ['sites', 'hooks'] as const;
export type Tier = (typeof TIERS)[number];

export const DEFAULT_BLOCK_THRESHOLD = 50;
export const DEFAULT_SAMPLE_ABOVE = 250_000;

/** `undefined` where nobody asked for a recording, or not in words that we know. */
export function settingsFrom(text: string | undefined): TraceSettings | undefined {
  if (!text) return undefined;
  try {
    const given = JSON.parse(text) as Partial<Record<keyof TraceSettings, unknown>>;
    const { file, rendezvous, plans, tier, blockThreshold, collectGarbage, reasons, sampleAbove, packages } = given;
    const targets = {
      ...(typeof file === 'string' && { file }),
      ...(typeof rendezvous === 'string' && { rendezvous }),
      ...(typeof plans === 'string' && { plans }),
    };
    if (Object.keys(targets).length === 0) return undefined;
    return {
      ...targets,
      ...(tier === 'hooks' && { tier: 'hooks' as const }),
      ...(typeof blockThreshold === 'number' && { blockThreshold }),
      ...(typeof collectGarbage === 'boolean' && { collectGarbage }),
      ...(typeof reasons === 'boolean' && { reasons }),
      ...(typeof sampleAbove === 'number' && sampleAbove >= 0 && { sampleAbove }),
      ...(areTexts(packages) && { packages }),
    };
  } catch {
    return undefined;
  }
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(one => typeof one === 'string');
