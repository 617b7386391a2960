// Measures what somebody waits for who opens a project in an editor and types.
//   node out/bench/editor.js --project <folder> [--paths packages] [--files a.ts,b.ts] [--edits 100] [--opens 5]
//     [--json <file>]
// Everything goes through the language server as it is shipped, over standard input and output.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Checkout, CHECKOUT_OPTIONS, checkoutOf, nameIn } from './checkout.ts';
import { EditorSession } from './editor-session.ts';
import { median, percentile } from './statistics.ts';
import { table } from './table.ts';
import { keystrokes } from './typing.ts';

const NOT_SOURCE = /(?:^|\/)(?:node_modules|\.[^/]+)(?:\/|$)|\.d\.[cm]?ts$/;
const FILES_BY_DEFAULT = 4;

interface FileResult {
  readonly file: string;
  readonly bytes: number;
  readonly findings: number;
  /** Milliseconds from the start of the server's process to the first findings, once for each start. */
  readonly opens: readonly number[];
  /** Milliseconds from a change to the findings, once for each keystroke. */
  readonly edits: readonly number[];
}

function largestFiles({ folder, paths }: Checkout): string[] {
  const all = paths.flatMap(path =>
    readdirSync(join(folder, path), { recursive: true, encoding: 'utf8' }).map(name => join(folder, path, name)),
  );
  const sources = all.filter(file => /\.[cm]?tsx?$/.test(file) && !NOT_SOURCE.test(file.slice(folder.length)));
  const sizes = new Map(sources.map(file => [file, statSync(file).size]));
  return sources.sort((a, b) => sizes.get(b)! - sizes.get(a)!).slice(0, FILES_BY_DEFAULT);
}

function read(file: string): TextDocument {
  const language = file.endsWith('x') ? 'typescriptreact' : 'typescript';
  return TextDocument.create(pathToFileURL(file).href, language, 1, readFileSync(file, 'utf8'));
}

async function timeOpening(folder: string, file: string): Promise<number> {
  const document = read(file);
  const started = performance.now();
  const session = await EditorSession.start(folder);
  await session.open(document);
  await session.findings(document.uri);
  const time = performance.now() - started;
  await session.stop();
  return time;
}

async function timeTyping(session: EditorSession, document: TextDocument, count: number): Promise<number[]> {
  const times: number[] = [];
  for (const { range, text } of keystrokes(document, count)) {
    const started = performance.now();
    await session.change(document.uri, document.version, range, text);
    await session.findings(document.uri);
    times.push(performance.now() - started);
  }
  return times;
}

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    files: { type: 'string' },
    edits: { type: 'string', default: '100' },
    opens: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
});
const checkout = checkoutOf(values);
const files = values.files?.split(',').map(file => resolve(checkout.folder, file)) ?? largestFiles(checkout);

const opens = new Map<string, number[]>(files.map(file => [file, []]));
for (let round = 0; round < Number(values.opens); round++) {
  for (const file of files) opens.get(file)!.push(await timeOpening(checkout.folder, file));
}

const session = await EditorSession.start(checkout.folder);
const results: FileResult[] = [];
for (const file of files) {
  const document = read(file);
  await session.open(document);
  const findings = await session.findings(document.uri);
  const edits = await timeTyping(session, document, Number(values.edits));
  const bytes = statSync(file).size;
  results.push({ file: nameIn(checkout, file), bytes, findings, opens: opens.get(file)!, edits });
}
const memory = await session.memory();
await session.stop();

const ms = (value: number): string => value.toFixed(0);
const rows = results.map(({ file, bytes, findings, opens: open, edits }) => [
  file,
  (bytes / 1024).toFixed(0),
  `${findings}`,
  ms(median(open)),
  ms(Math.max(...open)),
  ms(percentile(edits, 50)),
  ms(percentile(edits, 95)),
  ms(Math.max(...edits)),
]);
const head = ['milliseconds', 'KB', 'findings', 'open p50', 'open max', 'edit p50', 'edit p95', 'edit max'];
console.log(table(head, rows));
console.log(`\n${values.edits} edits and ${values.opens} cold opens of each file.`);
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
const { server, compiler } = memory;
console.log(`Memory after all edits: server ${megabytes(server)} MB, compiler ${megabytes(compiler)} MB.`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ results, memory }, null, 2)}\n`);
