/**
 * JavaScript that compilers and bundlers wrote, as the type checker understands it: what they put around `require`, and
 * how they export. Every character that stays is where it was, so that places are those of the file on the disk.
 */

import { builtinModules } from 'node:module';

/** A larger file is a bundle of everything, and hardly what somebody calls. */
const LARGEST = 1_000_000;
/** In a minified file, a name may be that of a thousand things. */
const LONGEST_LINE = 500;

export function plainJavaScript(text: string): string {
  if (text.length > LARGEST || isMinified(text)) return '';
  return asModule(bundledExports(withoutInterop(text)));
}

function isMinified(text: string): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return text.length / lines > LONGEST_LINE;
}

/** Text in the place of another, which stays where there is no room. */
const padded = (text: string, before: string): string =>
  text.length > before.length ? before : text.padEnd(before.length);

/** `= __importDefault(require('fs'))`, also as members of `tslib`, and what Babel and esbuild have in its place. */
const HELPER = String.raw`(?:tslib_\d+\.)?(?:__import(?:Star|Default)|_interopRequire(?:Wildcard|Default)|__toESM)`;
const LOAD = String.raw`(?<load>require\((?<quote>['"])(?<module>[^'"\n]+)\k<quote>\))`;
const INTEROP = new RegExp(String.raw`(?<=(?<name>[\w$]+)\s*)= ${HELPER}\(${LOAD}(?:, 1)?\)`, 'g');

const BUILT_IN: ReadonlySet<string> = new Set([...builtinModules, ...builtinModules.map(name => `node:${name}`)]);

/** Node's modules have no default in their types; those of others are what the file says. */
function withoutInterop(text: string): string {
  if (!text.includes('(require(')) return text;
  return text.replace(INTEROP, (all, ...rest) => {
    const { name, load, module } = rest.at(-1) as Readonly<Record<string, string>>;
    const isWrapped = BUILT_IN.has(module!) && text.includes(`${name}.default`);
    return padded(isWrapped ? `={default:${load}}` : `= ${load}`, all);
  });
}

/** esbuild says at the end, in code that never runs, what its bundle exports. */
const NEVER_RUN = /^(0 && \()(module\.exports = \{[^}]*\})\)/m;

function bundledExports(text: string): string {
  if (!NEVER_RUN.test(text)) return text;
  return text
    .replace(NEVER_RUN, (_, before: string, assigned: string) => `${padded('', before)}${assigned} `)
    .replace(/^module\.exports = __toCommonJS\(.*$/m, all => padded('', all));
}

const STAR = /^(?:tslib_\d+\.)?__exportStar\((require\((['"])[^'"\n]+\2\)), exports\);?/gm;
const GETTER =
  /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);/gm;
const LOADED = /^(?:var|const) ([\w$]+) = require\((['"][^'"\n]+['"])\)/gm;

/** TypeScript's `export * from` becomes calls of `__exportStar`: written back where all other exports can be. */
function asModule(text: string): string {
  if (!text.includes('__exportStar(require(')) return text;
  const loads = new Map(Array.from(text.matchAll(LOADED), ([, name, from]) => [name!, from!]));
  const written = text
    .replace(/^(?:exports\.[\w$]+ = )+void 0;/gm, all => padded('', all))
    .replace(/^Object\.defineProperty\(exports, "__esModule".*$/m, all => padded('', all))
    .replace(/^exports\.([\w$]+) = \1;/gm, (all, name: string) => padded(`export{${name}};`, all))
    .replace(/^exports\.default = ([\w$]+);/gm, (all, name: string) => padded(`export default ${name};`, all))
    .replace(GETTER, (all, as: string, owner: string, name: string) =>
      loads.has(owner) ? padded(`export { ${name} as ${as} } from ${loads.get(owner)!};`, all) : all,
    )
    .replace(STAR, (all, load: string) => padded(`export * from ${load.slice('require('.length, -1)};`, all));
  return /\bexports\.[\w$]+ =|\(exports, "/.test(written) ? text : written;
}
