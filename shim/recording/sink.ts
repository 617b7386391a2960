/** Where the bytes of a recording go. */

/** What became of a frame: written, or on its way; lost, while later ones may not be; lost as all later ones are. */
export type Written = 'written' | 'refused' | 'closed';

export interface Sink {
  /**
   * Takes a frame, whose bytes are overwritten afterwards. Never throws, and never waits. Readers find the next frame
   * behind one that was cut off.
   */
  write(frame: Uint8Array): Written;
  /** The thread ends: what is on its way arrives now or not at all. */
  finish(): void;
}
