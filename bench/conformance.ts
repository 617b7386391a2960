// Runs the rule tests that typescript-eslint publishes through the command line of Asynclens, all in one process.
//   node out/bench/conformance.js --suite <checkout of typescript-eslint> [--rule no-floating-promises] [--suggestions]
// Every case gets a folder of its own with its own tsconfig, since most cases are scripts that share globals.
// A case passes when findings are as many as expected and on the expected lines (and columns, where given).
// Suggestions and fixes are compared too, where both sides offer one of the kind; differing ones do not fail a case;
// --suggestions prints them.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { check } from './command-line.ts';
import { applyEdit, type EslintEdit, type EslintFile, type EslintMessage } from './eslint-json.ts';
import { installPeers } from './peers.ts';
import {
  type ExpectedFinding,
  FIXTURES,
  fixtureTsconfig,
  type PublishedCase,
  readPublishedCases,
} from './published-cases.ts';
import { table } from './table.ts';

/** Where a case lies below the folder of all cases. */
const fileOf = ({ name, jsx }: PublishedCase): string => join(name, FIXTURES, jsx ? 'react.tsx' : 'file.ts');

function writeCases(cases: readonly PublishedCase[], folder: string, suite: string, rule: string): void {
  const tsconfig = {
    extends: fixtureTsconfig(suite),
    compilerOptions: { typeRoots: [installPeers().types] },
    include: [FIXTURES],
  };
  for (const testCase of cases) {
    const config = { preset: 'typescript-eslint', rules: { [rule]: ['error', testCase.options] } };
    mkdirSync(join(folder, testCase.name, FIXTURES), { recursive: true });
    writeFileSync(join(folder, testCase.name, 'tsconfig.json'), JSON.stringify(tsconfig));
    writeFileSync(join(folder, testCase.name, 'asynclens.json'), JSON.stringify(config));
    writeFileSync(join(folder, fileOf(testCase)), testCase.code);
  }
}

/** What is wrong with the findings of a case; `undefined` when nothing is. */
function difference(errors: readonly ExpectedFinding[], messages: readonly EslintMessage[]): string | undefined {
  const found = messages.map(({ line, column }) => `${line}:${column}`).join(', ') || 'none';
  const expected = errors.map(({ line, column }) => `${line ?? '?'}:${column ?? '?'}`).join(', ') || 'none';
  const fits = (message: EslintMessage, error: ExpectedFinding): boolean =>
    (error.line ?? message.line) === message.line && (error.column ?? message.column) === message.column;
  const same = errors.length === messages.length && errors.every((error, i) => fits(messages[i]!, error));
  return same ? undefined : `expected ${expected}, found ${found}`;
}

/** The suite's names of suggestions, and the word in the titles of ours with the same effect. */
const SUGGESTION_WORDS: Readonly<Record<string, RegExp>> = {
  floatingFixAwait: /\bawait\b/i,
  floatingFixVoid: /\bvoid\b/,
  convertToOrdinaryFor: /\bordinary\b/,
  removeAwait: /\b(?:remove|without)\b.*\bawait\b/i,
  disallowedPromiseAwaitSuggestion: /\bremove\b/i,
  requiredPromiseAwaitSuggestion: /\bawait\b/i,
};

const SUGGESTION_RESULTS = ['same', 'different', 'not offered'] as const;

interface SuggestionComparison {
  /** The suite's name of the suggestion. */
  readonly kind: string;
  readonly result: (typeof SUGGESTION_RESULTS)[number];
  /** The texts of the file after each of our suggestions of that kind. */
  readonly ours: readonly string[];
  readonly theirs: string;
}

/** Fixes that leave other blanks behind are the same. */
const isSame = (a: string, b: string): boolean => a.replaceAll(/\s+/g, '') === b.replaceAll(/\s+/g, '');

/** Compares the suite's suggestions for one finding with ours. */
function compareSuggestions(code: string, error: ExpectedFinding, message: EslintMessage): SuggestionComparison[] {
  // A safe fix has no title in this format: what it changes stands for one.
  const safe = message.fix === undefined ? [] : [{ desc: titleOf(code, message.fix), fix: message.fix }];
  const offers = [...safe, ...(message.suggestions ?? [])];
  return (error.suggestions ?? []).map(({ messageId, output }) => {
    const word = SUGGESTION_WORDS[messageId];
    const ours = offers.filter(({ desc }) => word?.test(desc)).map(({ fix }) => applyEdit(code, fix));
    const result = ours.length === 0 ? 'not offered' : ours.some(text => isSame(text, output)) ? 'same' : 'different';
    return { kind: messageId, result, ours, theirs: output };
  });
}

const titleOf = (code: string, { range, text }: EslintEdit): string =>
  text.includes('await') || !code.slice(...range).includes('await') ? text : 'Remove the await';

/** Compares the text that safe fixes make of a file in one pass. */
function compareOutput({ code, output }: PublishedCase, messages: readonly EslintMessage[]): SuggestionComparison[] {
  const fixes = messages.flatMap(({ fix }) => fix ?? []).sort((a, b) => b.range[0] - a.range[0]);
  const ours = fixes.length === 0 ? [] : [fixes.reduce(applyEdit, code)];
  if (output === undefined) return [];
  const result = ours.length === 0 ? 'not offered' : isSame(ours[0]!, output) ? 'same' : 'different';
  return [{ kind: 'safe fixes together', result, ours, theirs: output }];
}

interface Outcome {
  readonly testCase: PublishedCase;
  /** `undefined` for a case that passed. */
  readonly problem: string | undefined;
  readonly suggestions: readonly SuggestionComparison[];
}

function judge(testCase: PublishedCase, messages: readonly EslintMessage[] | undefined): Outcome {
  // A file that is missing in the report was not linted: that must not look like a clean one.
  if (messages === undefined) return { testCase, problem: 'was not linted', suggestions: [] };
  const problem = difference(testCase.errors, messages);
  if (problem !== undefined) return { testCase, problem, suggestions: [] };
  const suggestions = testCase.errors.flatMap((error, i) => compareSuggestions(testCase.code, error, messages[i]!));
  return { testCase, problem, suggestions: [...suggestions, ...compareOutput(testCase, messages)] };
}

/** Lints all cases in one process, in a folder of their own that is removed afterwards. */
function lintCases(cases: readonly PublishedCase[], suite: string, rule: string): readonly Outcome[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-conformance-')));
  try {
    writeCases(cases, folder, suite, rule);
    const report = check('json', ['.'], folder) as readonly EslintFile[];
    const reports = new Map(report.map(({ filePath, messages }) => [filePath, messages]));
    const ofRule = (message: EslintMessage): boolean => message.ruleId === rule || message.fatal === true;
    return cases.map(testCase => judge(testCase, reports.get(join(folder, fileOf(testCase)))?.filter(ofRule)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printOutcomes(outcomes: readonly Outcome[]): void {
  for (const { testCase, problem } of outcomes.filter(outcome => outcome.problem !== undefined)) {
    console.log(`${testCase.name} ${JSON.stringify(testCase.options)}: ${problem}\n${indented(testCase.code)}\n`);
  }
  const count = (kind: PublishedCase['kind'], passed: boolean): string =>
    `${outcomes.filter(o => o.testCase.kind === kind && (o.problem === undefined) === passed).length}`;
  const rows = (['valid', 'invalid'] as const).map(kind => [kind, count(kind, true), count(kind, false)]);
  console.log(table(['cases', 'passed', 'failed'], rows));
}

function printSuggestions(outcomes: readonly Outcome[], withDifferences: boolean): void {
  const all = outcomes.flatMap(({ testCase, suggestions }) => suggestions.map(s => ({ ...s, name: testCase.name })));
  for (const { name, kind, ours, theirs } of withDifferences ? all.filter(s => s.result === 'different') : []) {
    console.log(`\n${name} ${kind}: ours\n${ours.map(indented).join('\n')}\n  theirs\n${indented(theirs)}`);
  }
  const rows = [...new Set(all.map(({ kind }) => kind))].map(kind => [
    kind,
    ...SUGGESTION_RESULTS.map(result => `${all.filter(s => s.kind === kind && s.result === result).length}`),
  ]);
  console.log(`\n${table(['suggestions of passed cases', ...SUGGESTION_RESULTS], rows)}`);
}

const indented = (text: string): string => text.trim().replaceAll(/^/gm, '    ');

const { values } = parseArgs({
  options: {
    suite: { type: 'string' },
    rule: { type: 'string', default: 'no-floating-promises' },
    suggestions: { type: 'boolean', default: false },
  },
});
if (values.suite === undefined) throw new Error('Say where typescript-eslint is checked out: --suite <folder>');
const suite = resolve(values.suite);
const outcomes = lintCases(await readPublishedCases(suite, values.rule), suite, values.rule);
printOutcomes(outcomes);
printSuggestions(outcomes, values.suggestions);
process.exitCode = outcomes.every(outcome => outcome.problem === undefined) ? 0 : 1;
