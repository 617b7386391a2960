/** Time that nobody can set or fake. */

const { hrtime } = process;

/**
 * Milliseconds, the same in all threads of a process. Less work than `performance.now`, which looks first whether it is
 * called on the right object.
 */
export function now(): number {
  const time = hrtime();
  return time[0] * 1e3 + time[1] / 1e6;
}
