import assert from 'node:assert/strict';
import { lintedOnce, PROJECT } from './cached-runs.ts';

const ALL = Object.keys(PROJECT).toSorted();

describe('the cache of results knows what others see of a module, and lints it', function () {
  this.timeout(60_000);
  const linted = lintedOnce(PROJECT);

  for (const [what, before, after] of [
    ['a remark above a declaration', '{}\nexport', '{}\n// The log.\nexport'],
    ['the body of a function', 'return 1', 'const lines = 2;\n  return lines'],
    ['the body of a function that returns nothing', '  log();', '  log();\n  log();'],
    ['the body of a constructor', 'this.max = 1', 'this.max = 2'],
    ['the body of a method in an object', 'return 3', 'return 4'],
  ] as const) {
    it(`alone when ${what} changed, and no type that others see`, () => {
      const more =
        'export class Log {\n  max = 0;\n  constructor() {\n    this.max = 1;\n  }\n}\nexport function clear() {\n  log();\n}\n';
      const text = `${PROJECT['store.ts']}${more}export const own = {\n  size() {\n    return 3;\n  },\n};\n`;
      const app = linted({ 'store.ts': text });
      app.write('store.ts', text.replace(before, after));
      assert.deepEqual(app.run().linted, ['store.ts']);
    });
  }

  for (const [what, before, after] of [
    ['a tag above a declaration', 'export async', '/** @neverRejects */\nexport async'],
    ['what a constructor assigns to a property without a type', 'this.max = 1', 'this.max = Promise.resolve()'],
    ['a type that only a function knows', 'at: string', 'at: Promise<string>'],
    ['whether a function tells apart what it is given', "typeof it === 'string'", 'Boolean(it)'],
  ] as const) {
    it(`with all that import it when ${what} changed`, () => {
      const log = 'export class Log {\n  max;\n  constructor() {\n    this.max = 1;\n  }\n}\n';
      const own = 'export function open() {\n  interface Own {\n    at: string;\n  }\n  return {} as Own;\n}\n';
      const guard = "export function isText(it: unknown) {\n  return typeof it === 'string';\n}\n";
      const text = PROJECT['store.ts'] + log + own + guard;
      const app = linted({ 'store.ts': text });
      app.write('store.ts', text.replace(before, after));
      assert.deepEqual(app.run().linted, ['main.ts', 'service.ts', 'store.ts']);
    });
  }

  it('with all that import it when a type changed that follows from one in another file', () => {
    const app = linted({
      'store.ts': "import { other } from './other.ts';\nexport function save() {\n  return other();\n}\n",
      'other.ts': 'export function other() {\n  return 1;\n}\n',
    });
    app.write('other.ts', app.read('other.ts').replace('return 1', 'return Promise.resolve()'));
    assert.deepEqual(app.run().linted, ALL);
    app.write('store.ts', app.read('store.ts').replace('return other()', 'return 1 as number'));
    assert.deepEqual(app.run().linted, ['main.ts', 'service.ts', 'store.ts']);
  });

  const members = (result: string) => `{\n  save(): ${result};\n}\n`;
  for (const [what, own] of Object.entries({
    'an interface': (result: string) => `interface Own ${members(result)}`,
    'a class': (result: string) => `declare class Own ${members(result)}`,
    'an alias': (result: string) => `type Own = { save(): ${result}; again: Own };\n`,
    'one in a namespace': (result: string) =>
      `namespace In {\n  export interface Own ${members(result)}}\nimport Own = In.Own;\n`,
    'one with the name of a global type': (result: string) => `interface Date ${members(result)}\ntype Own = Date;\n`,
  })) {
    it(`with all that import it when ${what} is inferred, and no longer another of its name, which modules keep to themselves`, () => {
      const maker = (result: string) => `${own(result)}export declare function make(): Own;\n`;
      const imports = "import { make as later } from './later.ts';\nimport { make as now } from './now.ts';\n";
      const store = (make: string) =>
        `${imports}export const all = [later, now];\nexport function open() {\n  return ${make}();\n}\n`;
      const app = linted({
        'later.ts': maker('Promise<void>'),
        'now.ts': maker('void'),
        'store.ts': store('later'),
        'service.ts': 'export {};\n',
        'main.ts': "import { open } from './store.ts';\nopen().save();\n",
      });
      app.write('store.ts', store('now'));
      assert.deepEqual(app.run().linted, ['main.ts', 'store.ts']);
    });
  }
});
