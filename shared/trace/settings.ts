/** What whoever starts the program tells the shim, by an environment variable that child processes inherit. */

export const SETTINGS_VARIABLE = 'ASYNCLENS_TRACE';

export interface TraceSettings {
  /** The recording: absolute. */
  readonly file: string;
}

/** `undefined` where nobody asked for a recording, or not in words that we know. */
export function settingsFrom(text: string | undefined): TraceSettings | undefined {
  if (!text) return undefined;
  try {
    const { file } = JSON.parse(text) as Partial<TraceSettings>;
    return typeof file === 'string' ? { file } : undefined;
  } catch {
    return undefined;
  }
}
