/** Changes a project as people do, and as they do not: the same changes for the same seed. */

import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { mostImported } from './wide-edits.ts';

/** Numbers that look random: at least 0, less than `below`, and whole. */
export type Random = (below: number) => number;

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface TextChange {
  readonly name: string;
  readonly find: RegExp;
  readonly replace: (found: string) => string;
}

const after = (text: string) => (found: string) => `${found}${text}`;
const instead = (text: string) => () => text;

const TEXT_CHANGES: readonly TextChange[] = [
  { name: 'statement in a body', find: /\)(?:: [\w<>.[\]| ]+)? \{\n/g, replace: after('void 0;\n') },
  { name: 'floating promise', find: /\)(?:: [\w<>.[\]| ]+)? \{\n/g, replace: after('Promise.resolve();\n') },
  {
    name: 'handled promise',
    find: /\): Promise<[\w.]+> \{\n/g,
    replace: after('return Promise.reject().catch(() => 0) as any;\n'),
  },
  {
    name: 'blocking call',
    find: /\)(?:: [\w<>.[\]| ]+)? \{\n/g,
    replace: after("require('node:fs').readFileSync('');\n"),
  },
  {
    name: 'call that waits made blocking',
    find: /(?<=\bfs\.)(?:promises\.)?\w+(?=\()/g,
    replace: found => `${found.split('.').at(-1)}Sync`,
  },
  { name: 'blocking call removed', find: /\b\w+Sync(?=\()/g, replace: instead('void ') },
  {
    name: 'names hidden',
    find: /\)(?:: [\w<>.[\]| ]+)? \{\n/g,
    replace: after('const fs: any = {}, read: any = 1;\n'),
  },
  { name: 'await removed', find: /\bawait (?=[\w.]+\()/g, replace: instead('') },
  { name: 'async removed', find: /\basync (?=\w+\()/g, replace: instead('') },
  { name: 'exported function made async', find: /^export (?=function \w+)/gm, replace: after('async ') },
  { name: 'async added', find: /^ {2}(?=\w+\([^)]*\) \{\n)/gm, replace: after('async ') },
  { name: 'return type removed', find: /\): (?:Promise<[\w.]+>|void) (?=\{\n)/g, replace: instead(') ') },
  { name: 'return type changed', find: /\): void (?=\{\n)/g, replace: instead('): Promise<void> ') },
  { name: 'return type is a value', find: /\): Promise<[\w.]+> (?=\{\n)/g, replace: instead('): any ') },
  {
    name: 'export renamed',
    find: /^export (?:async )?(?:function|class|const|interface|type) \w+/gm,
    replace: after('Renamed'),
  },
  { name: 'type parameter', find: /\bPromise<void>/g, replace: instead('Promise<void> | undefined') },
  { name: 'import removed', find: /^import [^;]+;\n/gm, replace: instead('') },
  { name: 'comment', find: /^export /gm, replace: found => `/** Changed. */\n${found}` },
  {
    name: 'suppression',
    find: /^ {4}(?=[\w.]+\()/gm,
    replace: found => `    // asynclens-disable-next-line\n${found}`,
  },
  { name: 'syntax error', find: /\) \{\n/g, replace: instead(') {{\n') },
  { name: 'assignable variable', find: /^const (?=\w+ = )/gm, replace: instead('let ') },
];

/** A change somewhere in a text; `undefined` where it has no place for the one that was chosen. */
export function changedText(
  text: string,
  random: Random,
): { readonly name: string; readonly text: string } | undefined {
  const { name, find, replace } = TEXT_CHANGES[random(TEXT_CHANGES.length)]!;
  const places = [...text.matchAll(find)];
  if (places.length === 0) return undefined;
  const { index, 0: found } = places[random(places.length)]!;
  return { name, text: text.slice(0, index) + replace(found) + text.slice(index + found.length) };
}

const OPTIONS = ['strict', 'noImplicitAny', 'strictFunctionTypes', 'allowJs', 'skipLibCheck', 'isolatedModules'];
const RULE_SETTINGS = [
  '"off"',
  '"warn"',
  '"error"',
  '["error", { "ignoreVoid": false }]',
  '["warn", { "checkThenables": true }]',
];

/** How many files count as widely imported. */
const POPULAR = 12;

export class RandomEdits {
  readonly #random: Random;
  readonly #root: string;
  readonly #files: string[];
  readonly #popular: readonly string[];
  /** What stood in a file before it was changed; `undefined` where there was none. */
  readonly #before: (readonly [file: string, text: string | undefined])[] = [];
  #made = 0;

  /** `files` may be changed, renamed and deleted; `root` has a tsconfig.json and a package.json. All absolute. */
  constructor(seed: number, root: string, files: readonly string[]) {
    this.#random = randomFrom(seed);
    this.#root = root;
    this.#files = [...files];
    this.#popular = mostImported(new Map(files.map(file => [file, readFileSync(file, 'utf8')]))).slice(0, POPULAR);
  }

  /** Makes one change; says which. */
  next(): string {
    const roll = this.#random(100);
    if (roll < 46) return this.#changeText(this.#anyFile());
    if (roll < 58) return this.#changeText(this.#oneOf(this.#popular.filter(file => existsSync(file))));
    if (roll < 70) return this.#restore();
    if (roll < 76) return this.#write(this.#newFile(), this.#newText(), 'new');
    if (roll < 79) return this.#shadow();
    if (roll < 82) return this.#write(this.#anyFile(), undefined, 'deleted');
    if (roll < 86) return this.#rename();
    if (roll < 88) return this.#write(join(this.#root, `global${this.#random(3)}.d.ts`), this.#globals(), 'globals');
    if (roll < 93) return this.#tsconfig();
    if (roll < 96) return this.#configuration();
    if (roll < 98) return this.#pack();
    return this.#write(
      join(this.#root, 'package.json'),
      `{ "type": "${this.#oneOf(['module', 'commonjs'])}" }`,
      'package.json',
    );
  }

  #changeText(file: string): string {
    const changed = changedText(readFileSync(file, 'utf8'), this.#random);
    // There is always some file with such a place.
    if (changed === undefined) return this.#changeText(this.#anyFile());
    const { atime, mtime } = statSync(file);
    const done = this.#write(file, changed.text, changed.name);
    // As tools do that restore files.
    if (this.#random(4) > 0) return done;
    utimesSync(file, atime, mtime);
    return `${done}, its time restored`;
  }

  #restore(): string {
    const last = this.#before.splice(this.#random(this.#before.length), 1)[0];
    if (last === undefined) return this.#changeText(this.#anyFile());
    const [file, text] = last;
    put(file, text);
    this.#know(file);
    return `restored ${file}`;
  }

  /** Where an import of one file would find another from now on. */
  #shadow(): string {
    const file = this.#anyFile();
    const other = this.#random(2) === 0 ? file.replace(/\.tsx?$/, '.d.ts') : file.replace(/\.tsx?$/, '/index.ts');
    const beside = file.endsWith('.tsx') ? file.replace(/x$/, '') : other;
    if (beside.endsWith('/index.ts')) return this.#write(this.#newFile(), this.#newText(), 'new');
    return this.#write(beside, 'export const shadow: Promise<void>;\n', 'shadow');
  }

  #rename(): string {
    const [from, to] = [this.#anyFile(), this.#newFile()];
    if (existsSync(to)) return this.#changeText(this.#anyFile());
    renameSync(from, to);
    this.#know(from);
    this.#know(to);
    return `renamed ${from} to ${to}`;
  }

  #tsconfig(): string {
    const file = join(this.#root, 'tsconfig.json');
    const text = readFileSync(file, 'utf8');
    const option = `"${this.#oneOf(OPTIONS)}": ${this.#random(2) === 0}, `;
    return this.#write(file, text.replace(/"compilerOptions": \{/, found => `${found} ${option}`), 'tsconfig');
  }

  #configuration(): string {
    const folder = this.#random(2) === 0 ? this.#root : dirname(this.#anyFile());
    const rule = `"rules": { "no-floating-promises": ${this.#oneOf(RULE_SETTINGS)} }`;
    const ignore = this.#random(4) === 0 ? `, "ignore": ["**/${this.#oneOf('abcdefg'.split(''))}*.ts"]` : '';
    const unused = this.#random(3) === 0 ? ', "reportUnusedSuppressions": "warn"' : '';
    const text = this.#random(4) === 0 ? undefined : `{ ${rule}${ignore}${unused} }`;
    return this.#write(join(folder, 'asynclens.json'), text, 'configuration');
  }

  /** A pack that tells of a module of the project, and a configuration that names it. */
  #pack(): string {
    const pack = join(this.#root, 'random.pack.json');
    const configuration = join(this.#root, 'asynclens.json');
    const named = this.#write(configuration, '{ "packs": ["./random.pack.json"] }', 'configuration');
    const file = this.#oneOf(this.#popular);
    const functions = [...readIfThere(file).matchAll(/^export (?:async )?function (\w+)/gm)].map(match => match[1]);
    const text = JSON.stringify({ module: `./${relative(this.#root, file)}`, selfHandledCalls: functions });
    return `${named}; ${this.#write(pack, text, 'pack')}`;
  }

  #newText(): string {
    const other = this.#anyFile().replace(/\.tsx?$/, '');
    return `import * as other from '${other}';\nexport async function fresh${this.#made}(): Promise<void> {}\nfresh${this.#made}();\nexport { other };\n`;
  }

  #globals(): string {
    const member = this.#oneOf(['extra(): void;', 'then(): void;', 'catch: number;']);
    return `interface Promise<T> { ${member} }\ninterface Array<T> { later: Promise<T>; }\ndeclare function zap(): Promise<void>;\n`;
  }

  /** Some new files have the names of old ones, which imports still look for. */
  #newFile(): string {
    const gone = this.#before.map(([file]) => file).filter(file => !existsSync(file) && /\.tsx?$/.test(file));
    if (gone.length > 0 && this.#random(2) === 0) return this.#oneOf(gone);
    return join(dirname(this.#anyFile()), `fresh${this.#made++}.ts`);
  }

  #write(file: string, text: string | undefined, what: string): string {
    this.#before.push([file, existsSync(file) ? readFileSync(file, 'utf8') : undefined]);
    put(file, text);
    this.#know(file);
    return `${what}: ${file}`;
  }

  #know(file: string): void {
    const at = this.#files.indexOf(file);
    if (existsSync(file) && at < 0 && /(?<!\.d)\.tsx?$/.test(file)) this.#files.push(file);
    if (!existsSync(file) && at >= 0) this.#files.splice(at, 1);
  }

  #anyFile = (): string => this.#oneOf(this.#files);
  #oneOf = <Item>(items: readonly Item[]): Item => items[this.#random(items.length)]!;
}

const readIfThere = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function put(file: string, text: string | undefined): void {
  if (text === undefined) rmSync(file, { force: true });
  else writeFileSync(file, text);
}
