/** From places in code that runs as it was written to the same sites that insertions would name. */

import type { Site, SiteKind } from '../../shared/trace/site.ts';
import type { Frame } from '../runtime/frames.ts';
import { addSites, nextSiteIndex } from '../runtime/sites.ts';
import { pathOfScript } from '../script-paths.ts';
import { isLibrary } from '../transform/libraries.ts';
import { ScriptSites } from './script-sites.ts';

/** A function that may run as a task. */
export interface TaskFunction {
  /** The index of its site. */
  readonly site: number;
  /** `unknown` where nothing is known but that promises are made or awaited in it. */
  readonly kind: 'function' | 'generator' | 'module' | 'unknown';
  /** Where its promise is made, before anything else happens in it; -1 while that is not known. */
  entry: number;
  /** What lies behind is surely not its beginning: the function may have been running before we were there. */
  readonly head: number;
}

interface Place {
  readonly task: TaskFunction;
  /** The index of the site of an await here; 0 until it is asked for. */
  site: number;
}

interface Script {
  readonly path: string;
  /** `undefined` for code that cannot be had, or understood. */
  readonly sites: ScriptSites | undefined;
  readonly functions: Map<string, TaskFunction | undefined>;
  readonly places: Map<number, Place | undefined>;
}

const scripts = new Map<string, Script | undefined>();

/** The function that a frame is in; `undefined` for libraries, V8, Node, and functions that are no tasks. */
export const taskFunctionAt = (frame: Frame): TaskFunction | undefined => placeAt(frame)?.task;

/** The index of the site of the await that a frame is at. */
export function awaitSiteAt(frame: Frame): number {
  const place = placeAt(frame);
  if (place === undefined) return 0;
  const script = scriptOf(frame)!;
  if (place.site === 0) {
    place.site =
      script.sites?.suspensionAt(place.task.site, frame.getPosition()) ??
      addSite(script, 'await', frame.getLineNumber(), frame.getColumnNumber(), '', place.task.site);
  }
  return place.site;
}

function placeAt(frame: Frame): Place | undefined {
  const script = scriptOf(frame);
  if (script === undefined) return undefined;
  const position = frame.getPosition();
  if (!script.places.has(position)) {
    const task = taskFunctionIn(script, frame);
    script.places.set(position, task && { task, site: 0 });
  }
  return script.places.get(position);
}

function taskFunctionIn(script: Script, frame: Frame): TaskFunction | undefined {
  const [line, column] = [frame.getEnclosingLineNumber() ?? 1, frame.getEnclosingColumnNumber() ?? 1];
  const name = frame.getFunctionName() ?? '';
  const key = `${line}:${column}:${name}`;
  if (!script.functions.has(key)) {
    const unknown = (): TaskFunction => ({
      site: addSite(script, 'function', line, column, name, 0),
      kind: 'unknown',
      entry: -1,
      head: Infinity,
    });
    script.functions.set(key, script.sites === undefined ? unknown() : script.sites.functionAt(line, column, name));
  }
  return script.functions.get(key);
}

function scriptOf(frame: Frame): Script | undefined {
  const name = frame.getScriptNameOrSourceURL();
  if (!name || name.startsWith('node:')) return undefined;
  if (!scripts.has(name)) scripts.set(name, isLibrary(name) ? undefined : newScript(name));
  return scripts.get(name);
}

function newScript(name: string): Script {
  const path = pathOfScript(name).replaceAll('\\', '/');
  return { path, sites: ScriptSites.of(path), functions: new Map(), places: new Map() };
}

function addSite(
  { path }: Script,
  kind: SiteKind,
  line: number | null,
  column: number | null,
  name: string,
  owner: number,
): number {
  const index = nextSiteIndex();
  const site: Site = { id: '', kind, file: path, line: (line ?? 1) - 1, character: (column ?? 1) - 1, name, owner };
  addSites([site]);
  return index;
}
