/** From where on something is worth a warning. Whoever knows the program better gives other numbers. */

export const THRESHOLDS = {
  /** Milliseconds. */
  'long-suspension': 5000,
} as const;

export type Thresholds = Readonly<Record<keyof typeof THRESHOLDS, number>>;
