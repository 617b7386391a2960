/** What understands code. It is large, and a bundle of its own: see `load/parser.ts`. */

export { originOf } from './origin.ts';
export { planFor } from './plan.ts';
export { withoutLastMap } from './source-map.ts';
