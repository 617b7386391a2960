/**
 * Where an error ends the program, Node quotes the line that threw it, as it ran; and where a top-level await never
 * resumes, that of the await. Here they are quoted as they were written.
 *
 * Nothing but Node's own code knows the place. Where source maps are enabled, it tells the place to the map of the
 * script, and quotes what that answers. So when no code of the program runs before Node quotes, source maps are
 * enabled, and each script with insertions gets a map, all of which are asked here.
 */

import nodeModule from 'node:module';
import { types } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { codeOf, isModule } from './loaded-code.ts';
import { lineOf, property } from './runtime/properties.ts';
import { pathOfScript } from './script-paths.ts';
import { cleanWithMaps, shiftedScripts, shiftsIn } from './stack-traces.ts';
import { withoutInsertions } from './transform/insertions.ts';
import { originalColumn } from './transform/shifts.ts';

const { isNativeError, isProxy } = types;
const evaluate = globalThis.eval;
const host = process as NodeJS.Process & { readonly sourceMapsEnabled?: boolean };
const { setSourceMapsEnabled } = host;

let takeBack: () => void = () => undefined;

/** What was changed by `quoteAsWritten` is as it was. */
export function quoteAsRun(): void {
  takeBack();
  takeBack = () => undefined;
}

/** `error`, or `undefined` where nothing was thrown, is about to end the program. Never throws. */
export function quoteAsWritten(error: unknown): void {
  // Then Node asks the maps that stand in the code. Other threads send their errors on.
  if (host.sourceMapsEnabled === true || !isMainThread) return;
  try {
    formatStacks(error);
    const scripts = [...shiftedScripts()].filter(script => script.startsWith('file:'));
    if (scripts.length === 0) return;
    enableMaps(true);
    const { prototype } = nodeModule.SourceMap;
    const original = Object.getOwnPropertyDescriptors(prototype);
    takeBack = () => {
      Object.defineProperties(prototype, original);
      enableMaps(false);
    };
    answerForMaps(isNativeError(error) ? String(error.stack) : '');
    for (const url of scripts) addMap(url);
  } catch {
    // The program may not make code from texts: the line is quoted as it ran.
  }
}

function enableMaps(enabled: boolean): void {
  cleanWithMaps(enabled);
  Reflect.apply(setSourceMapsEnabled, host, [enabled]);
}

/** V8 does so when a stack is first asked for, which would be later, when source maps are enabled. */
function formatStacks(error: unknown): void {
  const errors = new Set([error]);
  for (const it of errors) {
    if (!isNativeError(it)) continue;
    void it.stack;
    const line = lineOf(it);
    errors.add(property(line, 'cause'));
    const several = property(line, 'errors');
    if (Array.isArray(several) && !isProxy(several)) for (const each of several) errors.add(each);
  }
}

/** Node looks into code that is made from a text for the name of its map, and for what it stands. */
function addMap(url: string): void {
  const map = { version: 3, file: url, sources: [], names: [], mappings: '' };
  const data = Buffer.from(JSON.stringify(map)).toString('base64');
  evaluate(`0\n//# sourceURL=${url}\n//# sourceMappingURL=data:application/json;base64,${data}`);
}

interface AnyMap {
  readonly payload: { readonly file?: string };
}

/** All maps answer from here on; `stack` tells whether V8 knows a script by its path or its URL. */
function answerForMaps(stack: string): void {
  const { prototype } = nodeModule.SourceMap;
  const payloadOf = Object.getOwnPropertyDescriptor(prototype, 'payload')!.get as (this: AnyMap) => AnyMap['payload'];
  let source: unknown;
  let text = '';
  Object.defineProperties(prototype, {
    findEntry: {
      value(this: AnyMap, line: number, column: number) {
        const url = Reflect.apply(payloadOf, this, []).file!;
        source = isKnownByUrl(url, stack) ? asItIs(url) : pathOfScript(url);
        text = withoutInsertions(codeOf(url)).split(LINE_END).join('\n');
        const character = originalColumn(shiftsIn(url)?.get(line), column);
        return { originalSource: source, originalLine: line, originalColumn: character };
      },
    },
    payload: { get: () => ({ sources: [source], sourcesContent: [text] }) },
  });
}

const isKnownByUrl = (url: string, stack: string): boolean =>
  stack.includes(url) || (!stack.includes(pathOfScript(url)) && isModule(url));

const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** Node makes a path of a text that begins like a URL, when it looks first. */
function asItIs(url: string): { toString(): string } {
  let looks = 0;
  return { toString: () => (looks++ === 0 ? '' : url) };
}
