/** Reads the packs that a project file names. */

import { posix } from 'node:path';
import type { ProjectConfig } from '../../shared/settings.ts';
import { PACKS, type Pack } from '../packs/index.ts';
import type { ConfigProblem } from './api.ts';
import type { ConfigParser } from './config-parser.ts';
import type { ParsedJson } from './json-file.ts';

export interface ProjectPacks {
  /** What the packs are read from, existing or not. */
  readonly files: readonly string[];
  /** Ours, and after them those that could be read. */
  readonly packs: readonly Pack[];
  readonly problems: readonly ConfigProblem[];
}

/** @param file the project file, absolute with forward slashes, whose contents `parsed` are */
export function readPacks(
  file: string,
  parsed: ParsedJson<ProjectConfig> & { kind: 'valid' },
  parser: ConfigParser,
  readFile: (file: string) => string | undefined,
): ProjectPacks {
  const files = (parsed.value.packs ?? []).map(name => posix.join(posix.dirname(file), name));
  const read = files.map((pack, index): ParsedJson<Pack> => {
    const text = readFile(pack);
    if (text !== undefined) return parser.parsePack(pack, text);
    const span = parsed.spanOf(['packs', index]);
    return { kind: 'broken', problems: [{ span, message: `There is no file ${pack}.` }] };
  });
  return {
    files,
    packs: [...PACKS, ...read.flatMap((one, index) => (one.kind === 'valid' ? located(one.value, files[index]!) : []))],
    problems: read.flatMap(one => (one.kind === 'broken' ? one.problems : [])),
  };
}

/** A module of the project itself is named by its place. */
function located(pack: Pack, file: string): Pack {
  return pack.module.startsWith('.') ? { ...pack, module: posix.join(posix.dirname(file), pack.module) } : pack;
}
