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
}

/** `undefined` where nobody asked for a recording, or not in words that we know. */
export function settingsFrom(text: string | undefined): TraceSettings | undefined {
  if (!text) return undefined;
  try {
    const { file, rendezvous, plans } = JSON.parse(text) as Partial<Record<keyof TraceSettings, unknown>>;
    const settings = {
      ...(typeof file === 'string' && { file }),
      ...(typeof rendezvous === 'string' && { rendezvous }),
      ...(typeof plans === 'string' && { plans }),
    };
    return Object.keys(settings).length === 0 ? undefined : settings;
  } catch {
    return undefined;
  }
}
