/** Places that were named are found again in a text that was edited since. */

import assert from 'node:assert/strict';
import { localFile } from '../../shared/trace/local-file.ts';
import { placesIn, type WantedPlace } from '../../shared/trace/site-places.ts';
import { SiteNames, type PlaceKind } from '../../shared/trace/site.ts';
import { endOfCode } from '../../shared/trace/stretch.ts';

const TEXT = ['async function load(id) {', '  await sleep(1);', '  await sleep(1); save(id);', '}'].join('\n');

function wanted(kind: PlaceKind, line: number, character: number): WantedPlace {
  return { id: new SiteNames('a.ts', TEXT).nameOf(kind, { line, character }), kind, line, character };
}

const PLACES = [wanted('function', 0, 0), wanted('await', 1, 2), wanted('await', 2, 2), wanted('discard', 2, 18)];

/** Where the four places are in a text, as `line:character`. */
function found(text: string): (string | undefined)[] {
  const places = placesIn(text, 'a.ts', PLACES);
  return PLACES.map(({ id }) => places.get(id)).map(place => place && `${place.line}:${place.character}`);
}

describe('places that were named', () => {
  it('are found where they were', () => assert.deepEqual(found(TEXT), ['0:0', '1:2', '2:2', '2:18']));

  it('are found where they went', () => {
    assert.deepEqual(found(`// New\n\n${TEXT}`), ['2:0', '3:2', '4:2', '4:18']);
    assert.deepEqual(found(TEXT.replaceAll('  ', '\t\t\t')), ['0:0', '1:3', '2:3', '2:19']);
  });

  it('are gone when their line has changed', () => {
    assert.deepEqual(found(TEXT.replace('save(id)', 'save(id, 1)')), ['0:0', '1:2', undefined, undefined]);
    assert.deepEqual(found(''), [undefined, undefined, undefined, undefined]);
  });
});

describe('the code at a place', () => {
  const codeAt = (line: string, at: string): string => {
    const character = line.indexOf(at);
    return line.slice(character, endOfCode(line, character));
  };

  it('ends with its statement, before a body, or with what is around it', () => {
    assert.equal(codeAt('  save(a, b); // later', 'save'), 'save(a, b)');
    assert.equal(codeAt('  save({ a }) // later', 'save'), 'save({ a })');
    assert.equal(codeAt('all(ids.map(id => load(id)), 1)', 'id =>'), 'id => load(id)');
    assert.equal(codeAt('out.push(await load(id[0]))', 'await'), 'await load(id[0])');
    assert.equal(codeAt('export async function load(a = {}) {', 'async'), 'async function load(a = {})');
    assert.equal(codeAt('  async load(): Promise<void> {', 'async'), 'async load(): Promise<void>');
  });

  it('has at least one character', () => assert.equal(codeAt(';', ';'), ';'));
});

describe('a file that a recording speaks of', () => {
  const files = ['/here/app/src/a.ts', '/here/app/a.ts'];
  const local = (recorded: string): string | undefined =>
    localFile(recorded, ['/here/lib', '/here/app'], file => files.includes(file));

  it('is that file where it exists', () => assert.equal(local('/here/app/a.ts'), '/here/app/a.ts'));

  it('is the one with the longest common end elsewhere', () =>
    assert.equal(local('/builds/7/src/a.ts'), '/here/app/src/a.ts'));

  it('is none when there is none', () => assert.equal(local('/builds/7/src/b.ts'), undefined));
});
