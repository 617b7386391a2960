import { noFloatingPromises } from './no-floating-promises.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [noFloatingPromises];
