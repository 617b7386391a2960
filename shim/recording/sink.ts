/** Where the bytes of a recording go. */

export interface Sink {
  /**
   * Writes a frame at once: its bytes are overwritten afterwards. `false` when it could not be written, or only a part of it: readers find the next one.
   * Never throws.
   */
  write(frame: Uint8Array): boolean;
}
