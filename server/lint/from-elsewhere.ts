/** What rules learn of files from others that these do not import. */

import type { Program } from '../engine/program.ts';
import { ask, together, type Asking } from '../engine/questions.ts';
import { hashOf } from '../engine/text-hash.ts';
import type { Rule } from '../rules/rule.ts';
import type { SourceFile } from '../syntax/ast.ts';
import { contextOf, type CheckInput, type FileSetting } from './check.ts';
import { isOn } from './config-resolve.ts';

/** How far a rule looked for it. In a form that JSON can keep. */
export interface Search {
  readonly rule: string;
  readonly scope: string;
  /** Hashes of what it took from each file. */
  readonly shares: Readonly<Record<string, string>>;
}

export interface FromElsewhere {
  /** By file what is learnt of it, in JSON; none where that is nothing. */
  readonly learnt: ReadonlyMap<string, string>;
  /** By project; none for a project whose files do not all want to know the same. */
  readonly searches: ReadonlyMap<string, readonly Search[]>;
}

type Learning = Rule & Required<Pick<Rule, 'elsewhere'>>;

const learning = (rules: readonly Rule[]): readonly Learning[] =>
  rules.filter((rule): rule is Learning => rule.elsewhere !== undefined);

/** Finds out what rules learn of some files from others, and how far they looked for it. */
export function learnFromElsewhere(
  program: Program,
  inputs: readonly CheckInput[],
  rules: readonly Rule[],
): FromElsewhere {
  const texts = program.run(inputs.map(input => learntOf(input, learning(rules))));
  const learnt = inputs.map(({ source }, i) => [source.fileName, texts[i]!] as const).filter(([, text]) => text !== '');
  const [searches] = program.run([searchesFor(inputs, learning(rules))]);
  return { learnt: new Map(learnt), searches: new Map(searches && [[program.configFile, searches]]) };
}

function* learntOf(input: CheckInput, rules: readonly Learning[]): Asking<string> {
  const texts: [rule: string, text: string][] = [];
  for (const rule of rules.filter(isOnIn(input))) {
    const text = yield* rule.elsewhere.learnt(input.source, contextOf(input, rule));
    if (text !== '') texts.push([rule.meta.name, text]);
  }
  return texts.length > 0 ? JSON.stringify(Object.fromEntries(texts)) : '';
}

function* searchesFor(
  inputs: readonly CheckInput[],
  rules: readonly Learning[],
): Asking<readonly Search[] | undefined> {
  const searches: Search[] = [];
  const sources = yield* ask('sources', 'program');
  for (const rule of rules) {
    const contexts = inputs.filter(input => isOnIn(input)(rule)).map(input => contextOf(input, rule));
    const [context] = contexts;
    if (!context) continue;
    if (new Set(contexts.map(rule.elsewhere.sought)).size > 1) return undefined;
    const scope = yield* rule.elsewhere.scope(context);
    const shares = yield* together(sources.map(rule.elsewhere.shares(scope, context)));
    const hashes = sources.map(({ fileName }, i) => [fileName, hashOf(shares[i]!)] as const);
    searches.push({ rule: rule.meta.name, scope, shares: Object.fromEntries(hashes) });
  }
  return searches;
}

/**
 * Whether the same is learnt as in an earlier run with these searches.
 * @param settings those of the files that are linted
 * @param edited the files in which bodies have changed since; otherwise no file can tell a difference
 */
export function isLearntAgain(
  program: Program,
  settings: readonly FileSetting[],
  searches: readonly Search[],
  rules: readonly Rule[],
  edited: readonly SourceFile[],
): boolean {
  return learning(rules).every(rule => {
    const setting = settings.find(one => isOnIn(one)(rule));
    if (!setting) return true;
    const search = searches.find(one => one.rule === rule.meta.name);
    if (!search) return false;
    const shares = program.run(edited.map(rule.elsewhere.shares(search.scope, contextOf(setting, rule))));
    return edited.every(({ fileName }, i) => search.shares[fileName] === hashOf(shares[i]!));
  });
}

/** Lets the rules know what was learnt. */
export function rememberIn(program: Program, learnt: FromElsewhere['learnt']): void {
  // Rules ask for the same file in each of their visits.
  const read = new Map<string, Readonly<Record<string, string>>>();
  program.remember((rule, file) => {
    let texts = read.get(file);
    if (!texts) read.set(file, (texts = JSON.parse(learnt.get(file) ?? '{}') as Readonly<Record<string, string>>));
    return texts[rule] ?? '';
  });
}

const isOnIn = ({ config }: FileSetting) => (rule: Rule): boolean => isOn(config.severity(rule.meta));
