import assert from 'node:assert/strict';
import { ConfigParser } from '../../server/lint/config-parser.ts';
import { SAMPLE_RULES } from './sample-rules.ts';

const parser = new ConfigParser(SAMPLE_RULES);

/** Each problem as `the text it points at: its message`. */
function problems(text: string): string[] {
  const parsed = parser.parse('/app/asynclens.json', text);
  if (parsed.kind === 'valid') return [];
  return parsed.problems.map(({ span, message }) => `${text.slice(span.start.offset, span.end.offset)}: ${message}`);
}

describe('the text of asynclens.json', () => {
  it('may hold comments and trailing commas', () => {
    const text = `{
      // why
      "$schema": "./node_modules/asynclens/asynclens.schema.json",
      "preset": "strict",
      "rules": { "no-floating-promises": ["error", { "ignoreVoid": false }], "no-blocking-call": "off" },
      "overrides": [{ "files": ["test/**"], "rules": { "no-blocking-call": "hint" } }],
      "ignore": ["vendor"],
      "reportUnusedSuppressions": "warn",
    }`;
    assert.equal(parser.parse('/app/asynclens.json', text).kind, 'valid');
  });

  const wrong: Record<string, [text: string, ...expected: string[]]> = {
    'an unknown key': ['{ "presett": "strict" }', '"presett": Unknown key "presett". Did you mean "preset"?'],
    'an unknown preset': [
      '{ "preset": "recomended" }',
      '"recomended": "recomended" is not possible for "preset". Did you mean "recommended"?' +
        ' Possible: recommended, strict, typescript-eslint.',
    ],
    'an unknown rule': [
      '{ "rules": { "no-floating-promise": "error" } }',
      '"no-floating-promise": Unknown rule "no-floating-promise". Did you mean "no-floating-promises"?',
    ],
    'an unknown rule unlike any other': [
      '{ "overrides": [{ "files": ["*"], "rules": { "quotes": "error" } }] }',
      '"quotes": Unknown rule "quotes". Possible: no-floating-promises, no-blocking-call.',
    ],
    'a wrong severity': [
      '{ "rules": { "no-blocking-call": "warning" } }',
      '"warning": "warning" is not possible for "no-blocking-call". Did you mean "warn"?' +
        ' Possible: error, warn, info, hint, off.',
    ],
    'a wrong severity beside options': [
      '{ "rules": { "no-floating-promises": ["eror", {}] } }',
      '"eror": "eror" is not possible for the severity of "no-floating-promises". Did you mean "error"?' +
        ' Possible: error, warn, info, hint, off.',
    ],
    'a severity that is no string': [
      '{ "rules": { "no-blocking-call": 2 } }',
      '2: "no-blocking-call" must be a string.',
    ],
    'a list without options': [
      '{ "rules": { "no-blocking-call": ["error"] } }',
      '["error"]: "no-blocking-call" must be a severity, or ["severity", { options }].',
    ],
    'an unknown option': [
      '{ "rules": { "no-floating-promises": ["error", { "ignoreviod": true }] } }',
      '"ignoreviod": Unknown option of "no-floating-promises" "ignoreviod". Did you mean "ignoreVoid"?',
    ],
    'an option of the wrong type': [
      '{ "rules": { "no-floating-promises": ["error", { "ignoreVoid": "yes" }] } }',
      '"yes": "ignoreVoid" must be true or false.',
    ],
    'an override without files': [
      '{ "overrides": [{ "rules": {} }] }',
      '{ "rules": {} }: An entry of "overrides" needs "files".',
    ],
    'a glob that is no string': ['{ "ignore": [1] }', '1: An entry of "ignore" must be a string.'],
    'a pack of another name': [
      '{ "packs": ["./ours.json"] }',
      '"./ours.json": The name of a pack ends in ".pack.json".',
    ],
    'a list for a file': ['[]', '[]: The file must be an object.'],
    'broken syntax': ['{ "preset" "strict" }', '"strict": This is not valid JSON: colon expected.'],
    'an empty file': ['', ': This is not valid JSON: value expected.'],
    'two mistakes at once': [
      '{ "ignore": "x", "preset": "strickt" }',
      '"x": "ignore" must be a list.',
      '"strickt": "strickt" is not possible for "preset". Did you mean "strict"?' +
        ' Possible: recommended, strict, typescript-eslint.',
    ],
  };
  for (const [name, [text, ...expected]] of Object.entries(wrong)) {
    it(`is refused with ${name}`, () => assert.deepEqual(problems(text).sort(), expected.sort()));
  }
});

describe('rule settings from elsewhere', () => {
  it('are kept where they are right and complained of where not', () => {
    const settings = { 'no-blocking-call': 'off', 'no-floating-promises': ['error', { ignoreVoid: 1 }] } as const;
    assert.deepEqual(parser.checkRules(settings), {
      valid: { 'no-blocking-call': 'off' },
      complaints: ['"ignoreVoid" must be true or false.'],
    });
  });
});
