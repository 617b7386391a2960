/** How numbers are written for people. */

/** Milliseconds from a tenth on, with two digits at least: `0.4 ms`, `35 ms`, `1.2 s`, `3 min 5 s`; `0 ms` for less. */
export function duration(ms: number): string {
  if (ms < 0.05) return '0 ms';
  if (ms < 9.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** `1,200`. */
export const grouped = (count: number): string => count.toLocaleString('en');

/** `1 task`, `1,200 tasks`. */
export const counted = (count: number, what: string): string => `${grouped(count)} ${what}${count === 1 ? '' : 's'}`;
