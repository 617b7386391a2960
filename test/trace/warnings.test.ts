/**
 * Programs with what is to be warned of, besides what is fine: each ends with its warnings, as comments.
 * A first line as `// thresholds: long-suspension=50` sets other thresholds. `UPDATE=1` writes what is warned of now:
 * read the difference.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { link } from '../../trace/link.ts';
import { THRESHOLDS, type Thresholds } from '../../trace/warnings/thresholds.ts';
import { warningsIn, type Warning } from '../../trace/warnings/gather.ts';
import { NODES } from './nodes.ts';
import { recordWith } from './record.ts';

const FOLDER = 'test/trace/warnings';

const DRAWN = /^\/\/ (?!thresholds: ).*\n/gm;

/** Where other programs run as well, anything may take long: who wants to be warned says so. */
const ON_BUSY_MACHINES: Partial<Thresholds> = {
  'event-loop-block': 1e9,
  'microtask-starvation': 1e9,
  'ready-but-waiting': 1e9,
  'sequential-awaits': 1e9,
};

function thresholdsOf(source: string): Thresholds {
  const given = /^\/\/ thresholds: (.*)$/m.exec(source)?.[1]?.split(', ') ?? [];
  return {
    ...THRESHOLDS,
    ...ON_BUSY_MACHINES,
    ...Object.fromEntries(given.map(it => it.split('=')).map(([name, to]) => [name, Number(to)])),
  };
}

function draw({ name, severity, site, message, count, evidence }: Warning): string[] {
  const times = count === 1 ? '' : ` ${count}×`;
  return [
    `${placeOf(site)} ${severity} ${name}${times}: ${message}`,
    ...evidence.map(it => `  ${placeOf(it.site)} ${it.message}`),
  ].map(line => `// ${withoutTimes(line)}\n`);
}

const lineOf = ({ site }: Warning): number => site?.line ?? 0;

const placeOf = (site: Warning['site']): string =>
  site === undefined ? 'somewhere' : `${site.line + 1}:${site.character + 1}`;

/** How long something takes, and how much is done meanwhile, is not for a test to say. */
const withoutTimes = (text: string): string =>
  text.replaceAll(/[\d,]+ awaits/g, '… awaits').replaceAll(/\b\d+(?:\.\d)? (?:µs|ms|s)\b/g, '… ms');

for (const node of NODES.filter(({ isModern }) => isModern)) {
  describe(`warnings on Node ${node.version}`, () => {
    for (const name of readdirSync(FOLDER).sort()) {
      it(`are those drawn in ${name}`, async () => {
        const path = join(FOLDER, name);
        const source = readFileSync(path, 'utf8');
        // Some promises are gone only then; programs that do not collect garbage themselves would have to be long.
        const settings = { collectGarbage: name === 'never-resumes.mjs' };
        const { recording, stderr } = await recordWith(settings, await node.path(), path);
        assert.equal(stderr, '');
        const warnings = warningsIn(recording.streams.map(link), thresholdsOf(source));
        const found = warnings.toSorted((a, b) => lineOf(a) - lineOf(b)).flatMap(draw);
        assert.notEqual(found.length, 0);
        if (process.env['UPDATE']) writeFileSync(path, source.replaceAll(DRAWN, '') + found.join(''));
        else assert.deepEqual(found, Array.from(source.matchAll(DRAWN), ([line]) => line));
      });
    }
  });
}
