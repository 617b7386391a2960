/** From where on something is worth a warning. Whoever knows the program better gives other numbers. */

export const THRESHOLDS = {} as const;

export type Thresholds = Readonly<Record<keyof typeof THRESHOLDS, number>>;
