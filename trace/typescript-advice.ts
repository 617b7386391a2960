/** What to do where Node was given TypeScript that it cannot run. */

import type { StreamInfo } from '../shared/trace/format.ts';
import type { Reason } from '../shared/trace/reason.ts';

/** A sentence, after a blank; `undefined` where an error has nothing to do with it. */
export function typeScriptAdvice(
  { node, argv }: Pick<StreamInfo, 'node' | 'argv'>,
  reason: Reason,
): string | undefined {
  const program = argv[1] ?? '';
  const extension = extensionIn(reason, program);
  if (extension === undefined) return undefined;
  const loaded = `run it with a loader such as tsx: \`node --import tsx ${program.split(/[\\/]/).at(-1)!}\``;
  if (extension.endsWith('x')) return ` Node does not run JSX; ${loaded}.`;
  switch (supportIn(node)) {
    case 'always':
      return undefined;
    case 'with flag':
      return ` Node ${node} runs TypeScript with \`--experimental-strip-types\` only. Add that, or take Node 22.18 or later.`;
    case 'never':
      return ` Node ${node} does not run TypeScript. Take Node 22.18 or later, or ${loaded}.`;
  }
}

/** That of the file of TypeScript which an error is about. As CommonJS, Node takes it for JavaScript. */
function extensionIn({ name, code, message }: Reason, program: string): string | undefined {
  const about = code === 'ERR_UNKNOWN_FILE_EXTENSION' ? message : name === 'SyntaxError' ? `"${program}"` : '';
  return /\.[cm]?tsx?(?=")/.exec(about)?.[0];
}

/** Whether this version of Node removes types from files that end in `.ts`. */
function supportIn(node: string): 'always' | 'with flag' | 'never' {
  const [major = 0, minor = 0] = Array.from(node.matchAll(/\d+/g), ([digits]) => Number(digits));
  if (major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)) return 'always';
  return major === 23 || (major === 22 && minor >= 6) ? 'with flag' : 'never';
}
