/** What understands code. It is large, and a bundle of its own: see `load/parser.ts`. */

export { SiteNames } from '../../shared/trace/site.ts';
export { originOf } from './origin.ts';
export { planFor } from './plan.ts';
export { unshiftedMap, withoutLastMap } from './source-map.ts';
