/** Finds and keeps the `asynclens.json` files of a workspace, and says what counts for each source file. */

import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { RuleMeta } from '../../shared/rule-meta.ts';
import { PROJECT_FILE, type EditorSettings, type Preset, type ProjectConfig } from '../../shared/settings.ts';
import { PACKS, type Pack } from '../packs/index.ts';
import type { ConfigProblem } from './api.ts';
import { ConfigParser, type Rules } from './config-parser.ts';
import { resolveConfig, type ConfigLayer, type FileConfig } from './config-resolve.ts';
import type { ParsedJson } from './json-file.ts';
import { readPacks } from './project-packs.ts';

/** What the command line says. It wins over everything else. */
export interface ConfigOverrides {
  /** Counts for all files, instead of the nearest `asynclens.json`. Absolute, with forward slashes. */
  readonly configFile?: string | undefined;
  readonly preset?: Preset | undefined;
  readonly rules?: Rules | undefined;
}

interface ProjectFile {
  readonly file: string;
  /** The last one without mistakes; `undefined` when there has been none. */
  readonly config: LoadedConfig | undefined;
  /** The packs that it names. */
  readonly packFiles: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

interface LoadedConfig {
  readonly packs: readonly Pack[];
  readonly layer: ConfigLayer;
  /** Both take paths relative to the file's folder. */
  readonly ignores: (path: string) => boolean;
  readonly overrides: readonly { readonly matches: (path: string) => boolean; readonly layer: ConfigLayer }[];
}

export class Configurations {
  readonly #parser: ConfigParser;
  readonly #readFile: (file: string) => string | undefined;
  readonly #fromCommandLine: ConfigOverrides;
  readonly #projectFiles = new Map<string, ProjectFile>();
  /** The project file that counts for the files of a folder. */
  readonly #nearest = new Map<string, ProjectFile | undefined>();
  readonly #editorLayers = new WeakMap<EditorSettings, ConfigLayer>();

  /** `readFile` gives `undefined` for what does not exist, and an unsaved buffer before the file on disk. */
  constructor(
    rules: readonly RuleMeta[],
    readFile: (file: string) => string | undefined,
    fromCommandLine: ConfigOverrides = {},
  ) {
    this.#parser = new ConfigParser(rules);
    this.#readFile = readFile;
    this.#fromCommandLine = fromCommandLine;
  }

  /** `file` is an absolute path with forward slashes; it need not exist. */
  for(file: string, settings: EditorSettings): FileConfig {
    const { configFile } = this.#fromCommandLine;
    const project = configFile === undefined ? this.#nearestTo(posix.dirname(file)) : this.#load(configFile);
    const editor = this.#editorLayer(settings);
    const folder = project && posix.dirname(project.file);
    if (folder === undefined || project?.config === undefined) {
      return resolveConfig(file, { ignored: false, folder, packs: PACKS }, [editor, this.#fromCommandLine]);
    }

    const { layer, ignores, overrides, packs } = project.config;
    const path = posix.relative(folder, file);
    const matching = overrides.filter(override => override.matches(path)).map(override => override.layer);
    const layers = [editor, layer, ...matching, this.#fromCommandLine];
    return resolveConfig(file, { ignored: ignores(path), folder, packs }, layers);
  }

  /** To be called when a project file or a pack was created, opened, edited or deleted; others are of no interest. */
  changed(file: string): void {
    if (posix.basename(file) === PROJECT_FILE || file === this.#fromCommandLine.configFile) this.#reload(file);
    const users = [...this.#projectFiles.values()].filter(({ packFiles }) => packFiles.includes(file));
    for (const user of users) this.#reload(user.file);
  }

  /** The mistakes in all project files and packs that were looked at so far. */
  problems(): readonly ConfigProblem[] {
    return [...this.#projectFiles.values()].flatMap(project => project.problems);
  }

  #reload(file: string): void {
    const lastGood = this.#projectFiles.get(file)?.config;
    this.#projectFiles.delete(file);
    this.#nearest.clear();
    this.#load(file, lastGood);
  }

  #nearestTo(folder: string): ProjectFile | undefined {
    if (this.#nearest.has(folder)) return this.#nearest.get(folder);
    const up = posix.dirname(folder);
    const isRoot = up === folder || up === '.'; // `/`, or on Windows `C:`
    const found = this.#load(posix.join(folder, PROJECT_FILE)) ?? (isRoot ? undefined : this.#nearestTo(up));
    this.#nearest.set(folder, found);
    return found;
  }

  #load(file: string, lastGood?: LoadedConfig): ProjectFile | undefined {
    const known = this.#projectFiles.get(file);
    if (known !== undefined) return known;
    const text = this.#readFile(file);
    if (text === undefined) return undefined;
    const project = { file, ...this.#contents(file, this.#parser.parse(file, text), lastGood) };
    this.#projectFiles.set(file, project);
    return project;
  }

  #contents(
    file: string,
    parsed: ParsedJson<ProjectConfig>,
    lastGood: LoadedConfig | undefined,
  ): Omit<ProjectFile, 'file'> {
    if (parsed.kind === 'broken') return { config: lastGood, packFiles: [], problems: parsed.problems };
    const { files, packs, problems } = readPacks(file, parsed, this.#parser, this.#readFile);
    const config = problems.length === 0 ? loaded(parsed.value, packs) : lastGood;
    return { config, packFiles: files, problems };
  }

  /** The editor itself marks wrong entries in its settings; here they must only do no harm. */
  #editorLayer(settings: EditorSettings): ConfigLayer {
    const known = this.#editorLayers.get(settings);
    if (known !== undefined) return known;
    const layer = { ...settings, rules: this.#parser.checkRules(settings.rules).valid };
    this.#editorLayers.set(settings, layer);
    return layer;
  }
}

function loaded(config: ProjectConfig, packs: readonly Pack[]): LoadedConfig {
  const ignored = globs(config.ignore ?? []);
  return {
    packs,
    layer: config,
    // A folder that is ignored takes everything below it along.
    ignores: path => path.split('/').some((_, depth, parts) => ignored(parts.slice(0, depth + 1).join('/'))),
    overrides: (config.overrides ?? []).map(({ files, rules }) => ({ matches: globs(files), layer: { rules } })),
  };
}

const globs = (patterns: readonly string[]): ((path: string) => boolean) =>
  patterns.length === 0
    ? () => false
    : picomatch(
        patterns.map(it => it.replace(/^\.\/|\/$/g, '')),
        { dot: true },
      );
