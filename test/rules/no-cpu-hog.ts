import { gunzipSync, gzipSync } from 'node:zlib';
import { deserialize, serialize } from 'node:v8';

declare function read(): Promise<Buffer>;
declare function isAllowed(text: string): boolean;

export async function packs(pages: Buffer): Promise<Buffer> {
  const packed = gzipSync(pages);
  //             ^^^^^^^^ info: `gzipSync` compresses data synchronously: the more there is, the longer nothing else runs.
  gunzipSync(await read());
  //^^^^^^^^ info: `gunzipSync` decompresses data synchronously: the more there is, the longer nothing else runs.
  return deserialize(serialize(packed)) as Buffer;
  //     ^^^^^^^^^^^ info: `deserialize` reads a serialized value synchronously: the more there is, the longer nothing else runs.
  //                 ^^^^^^^^^ info: `serialize` serializes a value synchronously: the more there is, the longer nothing else runs.
}

export async function packsLittle(): Promise<Buffer> {
  gzipSync(Buffer.from(GREETING));
  return gzipSync('a text of known length');
}

const GREETING = `
a text of known length`;

// Nobody waits for its end, as far as one can see.
export function packsNow(pages: Buffer): Buffer {
  return gzipSync(pages);
}

export function parses(text: string): boolean[] {
  const host = new RegExp('^([\\w-]+\\.?)+$');
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info: Some thirty `A` in a row can keep this regular expression busy for minutes: `([\w-]+\.?)+` can divide them in exponentially many ways.
  return [
    /^(a+)+$/.test(text),
    //^^^^^^^ info: Some thirty `a` in a row can keep this regular expression busy for minutes: `(a+)+` can divide them in exponentially many ways.
    host.test(text),
    /^([\w.-]+)(\.[\w.-]+)+$/.test(text),
    //^^^^^^^^^^^^^^^^^^^^^^^ info: Some thirty `.` in a row can keep this regular expression busy for minutes: `(\.[\w.-]+)+` can divide them in exponentially many ways.
    /^(\d+,?)+$/.exec(text) !== null,
    //^^^^^^^^^^ info: Some thirty `0` in a row can keep this regular expression busy for minutes: `(\d+,?)+` can divide them in exponentially many ways.
    text.search(/^(?:x+x+)+y/) >= 0,
    //          ^^^^^^^^^^^^^ info: Some thirty `x` in a row can keep this regular expression busy for minutes: `x+` can divide them in exponentially many ways.
  ];
}

const LIST = /^(?:\s*\w+\s*)+;/;
//           ^^^^^^^^^^^^^^^^^^ info: Some thirty `A` in a row can keep this regular expression busy for minutes: `(?:\s*\w+\s*)+` can divide them in exponentially many ways.

export function isList(text: string): boolean {
  return LIST.test(text);
}

// One way through each text, or few.
export function parsesWell(text: string): boolean[] {
  return [
    /^(?:a,)+$/.test(text),
    /^\w+(?:\.\w+)*$/.test(text),
    /\s+$/.test(text),
    /^a+a+$/.test(text),
    /(?:\s|\s*,)*/y.test(text),
    /;|(?<blanks>\s|\s*,)*/.test(text),
    /^(a+)+$/.test('aaaa'),
    'aaaa'.search(/^(a+)+$/) === 0,
    isAllowed(text),
  ];
}
