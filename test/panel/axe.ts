/** What axe finds in a page, as expressions to be evaluated in it. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Makes axe known to a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What keeps people from using a page, and where. */
export const SERIOUS_ISSUES = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`;
