/** The sites of a script that runs without insertions. */

import { LineMap } from '../../shared/line-map.ts';
import type { SitePlace } from '../../shared/trace/site.ts';
import type { TaskFunction } from './frame-sites.ts';
import { stripped } from './type-stripping.ts';
import { addSites, addSkipped, nextSiteIndex } from '../runtime/sites.ts';
import { FILES } from '../transform/files.ts';
import type { Source, SourceType } from '../transform/parse.ts';
import type { Plan } from '../transform/plan.ts';
import { parser } from './parser.ts';

/** Code as V8 gets it, where a compiler stands before it. */
const loaded = new Map<string, { readonly code: string; readonly type: SourceType; readonly firstColumn: number }>();

/** Notes the code of a file on its way to V8, which stays what it is. */
export function noted(path: string, code: string, type: SourceType, firstColumn = 0): string {
  loaded.set(path.replaceAll('\\', '/'), { code, type, firstColumn });
  return code;
}

/** What was loaded before anybody looked. Node replaces types by blanks: all stays in its place. */
function onDisk(path: string): Omit<Source, 'file'> {
  const text = FILES.readText(path);
  const code = TYPESCRIPT.test(path) ? (stripped(path, text) ?? text) : text;
  return { code, type: /\.m[jt]s$/.test(path) ? 'module' : /\.c[jt]s$/.test(path) ? 'script' : 'unknown' };
}

const TYPESCRIPT = /\.[cm]?ts$/;

/** A function with the place where it begins, 0-based. */
interface Located extends SitePlace {
  readonly name: string;
  readonly task: TaskFunction;
}

export class ScriptSites {
  readonly #plan: Plan;
  readonly #first: number;
  readonly #functions: readonly Located[];

  /** `undefined` for a script that cannot be read, or not be understood. */
  static of(path: string): ScriptSites | undefined {
    const source: Source = { file: path, ...(loaded.get(path) ?? onDisk(path)) };
    try {
      return source.code === '' ? undefined : new ScriptSites(source, parser().planFor(source, FILES));
    } catch (error) {
      addSkipped({ file: path, reason: (error as Error).message });
      return undefined;
    }
  }

  private constructor({ code, firstColumn }: Source, plan: Plan) {
    this.#plan = plan;
    this.#first = nextSiteIndex();
    addSites(plan.sites.map(site => (site.owner === 0 ? site : { ...site, owner: this.#first + site.owner - 1 })));
    const lines = new LineMap(code, firstColumn);
    this.#functions = plan.sites.flatMap(({ kind, name }, at): Located[] => {
      if (kind !== 'function' && kind !== 'generator' && kind !== 'module') return [];
      const offset = plan.offsets[at]!;
      const head = kind === 'module' ? Infinity : headEnd(code, offset);
      return [{ ...lines.placeAt(offset), name, task: { site: this.#first + at, kind, entry: -1, head } }];
    });
  }

  /** The function that V8 says begins at a place, 1-based, and has this name, if it runs as a task. */
  functionAt(line: number, column: number, name: string): TaskFunction | undefined {
    if (line === 1 && column === 1 && name === '') return this.#functions.find(it => it.task.kind === 'module')?.task;
    const inLine = this.#functions.filter(it => it.line === line - 1 && it.task.kind !== 'module');
    const found =
      inLine.find(({ character }) => character === column - 1) ??
      // V8 takes a static method to begin behind that word.
      inLine.findLast(it => it.character < column && name !== '' && it.name.endsWith(name));
    return found?.task;
  }

  /** The site of the last await of a function that begins at an offset or before it. */
  suspensionAt(owner: number, position: number): number | undefined {
    const { sites, offsets } = this.#plan;
    const own = owner - this.#first + 1;
    let found: number | undefined;
    sites.forEach((site, at) => {
      if (site.owner === own && site.kind !== 'discard' && !isFunction(site.kind) && offsets[at]! <= position)
        found = at;
    });
    return found === undefined ? undefined : this.#first + found;
  }
}

/** The offset of the first character of a function at `start` that may belong to its body. */
const headEnd = (code: string, start: number): number => start + code.slice(start).search(/\{|=>/);

const isFunction = (kind: string): boolean => kind === 'function' || kind === 'generator' || kind === 'module';
