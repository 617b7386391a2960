// Measures what somebody waits for who opens a project in an editor and types.
//   node out/bench/editor.js --project <folder> [--paths packages] [--files a.ts,b.ts] [--edits 100] [--opens 5]
//     [--imported a.ts --dependent b.ts --called f] [--wide 20] [--json <file>]
// Everything goes through the language server as it is shipped, over standard input and output.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Checkout, CHECKOUT_OPTIONS, checkoutOf, nameIn } from './checkout.ts';
import { EditorSession } from './editor-session.ts';
import { median, percentile } from './statistics.ts';
import { table } from './table.ts';
import { sourcesBelow } from './sources.ts';
import { keystrokes } from './typing.ts';
import { findWideUse, wideEdits, type Effect, type WideUse } from './wide-edits.ts';

const HIDDEN = /(?:^|\/)\.[^/]+(?:\/|$)/;
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

interface WideResult {
  readonly effect: Effect;
  /** The findings of the dependent file after each edit. */
  readonly findings: readonly number[];
  /** Milliseconds from each edit to them. */
  readonly edits: readonly number[];
}

function sourcesIn({ folder, paths }: Checkout): string[] {
  const all = paths.flatMap(path => [...sourcesBelow(join(folder, path))]);
  return all.filter(file => !HIDDEN.test(file.slice(folder.length)));
}

function largest(sources: readonly string[]): string[] {
  const sizes = new Map(sources.map(file => [file, statSync(file).size]));
  return sources.toSorted((a, b) => sizes.get(b)! - sizes.get(a)!).slice(0, FILES_BY_DEFAULT);
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

/** As editors do: they ask for the file that is edited at once, and for all that are open when the server says so. */
async function timeWideEdits(session: EditorSession, use: WideUse, effect: Effect, count: number): Promise<WideResult> {
  const [imported, dependent] = [read(use.imported), read(use.dependent)];
  for (const document of [imported, dependent]) {
    await session.open(document);
    await session.findings(document.uri);
  }
  const findings: number[] = [];
  const edits: number[] = [];
  for (const { range, text } of wideEdits(imported, use.called, effect, count)) {
    const started = performance.now();
    const refreshed = session.refreshed();
    await session.change(imported.uri, imported.version, range, text);
    await session.findings(imported.uri);
    await refreshed;
    findings.push(await session.findings(dependent.uri));
    edits.push(performance.now() - started);
  }
  for (const { uri } of [imported, dependent]) await session.close(uri);
  if ((effect === 'other findings') !== new Set(findings).size > 1) {
    throw new Error(`Of ${use.called} in ${use.imported}, ${use.dependent} has not the ${effect} after an edit.`);
  }
  return { effect, findings, edits };
}

const { values } = parseArgs({
  options: {
    ...CHECKOUT_OPTIONS,
    files: { type: 'string' },
    edits: { type: 'string', default: '100' },
    imported: { type: 'string' },
    dependent: { type: 'string' },
    called: { type: 'string' },
    wide: { type: 'string', default: '20' },
    opens: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
});
const checkout = checkoutOf(values);
const sources = sourcesIn(checkout);
const files = values.files?.split(',').map(file => resolve(checkout.folder, file)) ?? largest(sources);
const { imported, dependent, called } = values;
const use =
  imported !== undefined && dependent !== undefined && called !== undefined
    ? { imported: resolve(checkout.folder, imported), dependent: resolve(checkout.folder, dependent), called }
    : findWideUse(sources);

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
const wide: WideResult[] = [];
for (const effect of ['other findings', 'same findings'] as const) {
  if (Number(values.wide) > 0) wide.push(await timeWideEdits(session, use, effect, Number(values.wide)));
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
const wideRows = wide.map(({ effect, findings, edits }) => [
  effect,
  [...new Set(findings)].join(' / '),
  ms(percentile(edits, 50)),
  ms(percentile(edits, 95)),
  ms(Math.max(...edits)),
]);
console.log(
  `\nEdits of ${use.called} in ${nameIn(checkout, use.imported)}, until ${nameIn(checkout, use.dependent)} has:`,
);
console.log(table(['milliseconds', 'findings', 'p50', 'p95', 'max'], wideRows));
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
const { server, compiler } = memory;
console.log(`Memory after all edits: server ${megabytes(server)} MB, compiler ${megabytes(compiler)} MB.`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ results, wide, memory }, null, 2)}\n`);
