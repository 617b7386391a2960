/** Node's own inspector. */

import { createRequire } from 'node:module';

/** `undefined` in builds of Node that have none. */
export const inspector = process.features.inspector
  ? (createRequire(__filename)('node:inspector') as typeof import('node:inspector'))
  : undefined;
