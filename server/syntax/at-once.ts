/** Methods that call what they are given before they return. */

/** Those of arrays, and `replace` of texts, by their names alone. */
export const CALLS_AT_ONCE: ReadonlySet<string | undefined> = new Set([
  'every',
  'filter',
  'find',
  'findIndex',
  'flatMap',
  'forEach',
  'map',
  'reduce',
  'reduceRight',
  'replace',
  'some',
  'sort',
]);
