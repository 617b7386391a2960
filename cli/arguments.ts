/** Options and arguments, as Node takes them apart. */

import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CommandName } from './help.ts';
import { UsageError } from './usage-error.ts';

/** @throws UsageError for an option that is unknown, or used wrongly */
export function argumentsIn<Config extends ParseArgsConfig>(
  command: CommandName,
  args: readonly string[],
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs<Config>({ ...config, args: [...args] });
  } catch (error) {
    // Node's messages name the option at fault; their advice after the full stop is for programmers.
    if (error instanceof TypeError)
      throw new UsageError(`${error.message.split(/\. /)[0]}. See \`asynclens ${command} --help\`.`);
    throw error;
  }
}

/** @throws UsageError for a name that is none of `names` */
export function oneOf<Name extends string>(
  option: string,
  names: readonly Name[],
  given: string | undefined,
): Name | undefined {
  if (given === undefined) return undefined;
  const name = names.find(it => it === given);
  if (name === undefined) throw new UsageError(`${option} must be one of ${names.join(', ')}, not "${given}".`);
  return name;
}

/** @throws UsageError for what is no whole number from 0 on */
export function count(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^\d+$/.test(given)) throw new UsageError(`${option} must be a whole number from 0 on, not "${given}".`);
  return Number(given);
}
