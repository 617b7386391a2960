/** Numbers that look random, and are the same for the same seed. */

/** A function that gives integers from 0 to less than its argument. */
export function randomFrom(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) | 0;
  return below => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
    const mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * below);
  };
}
