import assert from 'node:assert/strict';
import { LineMap } from '../../shared/line-map.ts';

describe('lines of a text', () => {
  it('end as TypeScript says', () => {
    const text = 'a\nbc\r\nd\re\u2028f\u2029g';
    const lines = new LineMap(text);
    const placeOf = (character: string) => {
      const { line, character: column } = lines.placeAt(text.indexOf(character));
      return [line, column];
    };
    assert.deepEqual(Array.from('abcdefg', placeOf), [[0, 0], [1, 0], [1, 1], [2, 0], [3, 0], [4, 0], [5, 0]]);
  });

  it('begin at offsets, and the one after the last at the end', () => {
    const lines = new LineMap('a\nbc\n');
    assert.deepEqual([0, 1, 2, 3].map(line => lines.startOf(line)), [0, 2, 5, 5]);
  });

  it('are one in an empty text', () => {
    assert.deepEqual(new LineMap('').span('/a.ts', 0, 0).end, { offset: 0, line: 0, character: 0 });
  });
});
