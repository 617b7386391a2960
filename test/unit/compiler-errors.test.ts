import assert from 'node:assert/strict';
import { applyEdits } from '../../shared/apply-edits.ts';
import { openedWorkspace } from './opened-workspace.ts';

const DECLARATIONS = `
  declare function load(): Promise<{ name: string; save(): Promise<void> }>;
  declare function count(): Promise<number>;
  declare function ready(): Promise<boolean>;
  declare function take(n: number, all?: { n: number }): void;
  declare function log(value: unknown): void;
  declare function list(): Promise<number[]>;
  declare function either(value: number): void;
  declare function either(value: string): void;
  declare const maker: Promise<new () => object>;
`;

describe('an error of the compiler', () => {
  const compilerOptions = { strict: true, target: 'es2022', module: 'esnext', types: [] };
  const opened = openedWorkspace({
    'tsconfig.json': JSON.stringify({ compilerOptions }),
    'a.ts': '',
    'known.d.ts': DECLARATIONS,
  });

  /** What each fix makes of a text, by its title. `‹…›` is where the error is reported. */
  function fixes(code: number, marked: string): Record<string, string> {
    const start = marked.indexOf('‹');
    const end = marked.indexOf('›') - 1;
    const text = marked.replace(/[‹›]/g, '');
    const { folder, workspace } = opened();
    const file = `${folder.path}/a.ts`;
    workspace.setDocument(file, text);
    const found = workspace.compilerErrorFixes(file, { code, start, end });
    return Object.fromEntries(found.map(({ title, edits }) => [title, applyEdits(text, edits)]));
  }
  const awaited = (text: string) => ({ 'Await the promise': text });

  describe('about `await` in a function that is not async', () => {
    it('makes the function async, and its callers wait', () => {
      assert.deepEqual(
        fixes(1308, 'function next() { return (‹await› count()) + 1; }\nexport async function f() { take(next()); }'),
        {
          'Make `next` async (await it in 1 caller)':
            'async function next() { return (await count()) + 1; }\nexport async function f() { take(await next()); }',
        },
      );
    });

    it('wraps the return type', () => {
      assert.deepEqual(fixes(1308, 'export const next = (): number => ‹await› count();'), {
        'Make `next` async': 'export const next = async (): Promise<number> => await count();',
      });
    });

    it('leaves callers that it cannot make wait, where they type-check as before', () => {
      assert.deepEqual(fixes(1308, 'function next() { log(‹await› count()); }\nexport const handlers = [next];'), {
        'Make `next` async (its callers stay as they are)':
          'async function next() { log(await count()); }\nexport const handlers = [next];',
      });
      const usesValue = 'function next() { return ‹await› count(); }\nexport const later = (f = next): number => f();';
      assert.deepEqual(fixes(1308, usesValue), {});
    });

    it('says so where nobody will wait', () => {
      assert.deepEqual(
        fixes(1308, 'export const f = (all: number[]) => all.forEach(n => { ‹await› ready(); take(n); });'),
        {
          'Make this function async (nobody waits for it)':
            'export const f = (all: number[]) => all.forEach(async n => { await ready(); take(n); });',
        },
      );
    });

    it('counts for loops, too', () => {
      assert.deepEqual(
        fixes(1103, 'export function f(all: AsyncIterable<number>): void { for ‹await› (const n of all) take(n); }'),
        {
          'Make `f` async':
            'export async function f(all: AsyncIterable<number>): Promise<void> { for await (const n of all) take(n); }',
        },
      );
    });

    it('has no fix where no function can be async', () => {
      assert.deepEqual(fixes(1308, 'export class K { constructor() { take(‹await› count()); } }'), {});
    });
  });

  it('about a promise as a condition has it awaited', () => {
    assert.deepEqual(
      fixes(2801, 'export async function f() { if (‹ready()›) take(1); }'),
      awaited('export async function f() { if (await ready()) take(1); }'),
    );
  });

  describe('about a property of a promise', () => {
    it('awaits the promise, in parentheses', () => {
      assert.deepEqual(
        fixes(2339, 'export async function f() { return load().‹name›; }'),
        awaited('export async function f() { return (await load()).name; }'),
      );
      assert.deepEqual(
        fixes(2339, 'export async function f() { await load().‹save›(); }'),
        awaited('export async function f() { await (await load()).save(); }'),
      );
    });

    it('awaits what is taken apart', () => {
      assert.deepEqual(
        fixes(2339, 'export async function f() { const { ‹name› } = load(); return name; }'),
        awaited('export async function f() { const { name } = await load(); return name; }'),
      );
    });

    it('makes the function async where it is not', () => {
      assert.deepEqual(fixes(2339, 'export function f() { return load().‹name›; }'), {
        'Make `f` async and await the promise': 'export async function f() { return (await load()).name; }',
      });
    });

    it('has no fix where the value has no such property either', () => {
      assert.deepEqual(fixes(2339, 'export async function f() { return load().‹nam›; }'), {});
    });
  });

  describe('about a promise in the place of its value', () => {
    const examples: Readonly<Record<string, readonly [code: number, marked: string, mended: string]>> = {
      'an argument': [2345, 'take(‹count()›);', 'take(await count());'],
      'an initialiser': [2322, 'const ‹n›: number = count(); take(n);', 'const n: number = await count(); take(n);'],
      'an assignment': [2322, 'let n = 1; ‹n› = count(); take(n);', 'let n = 1; n = await count(); take(n);'],
      'a property': [2322, 'take(1, { ‹n›: count() });', 'take(1, { n: await count() });'],
      'a short property': [2322, 'const n = count(); take(1, { ‹n› });', 'const n = count(); take(1, { n: await n });'],
      'one of two': [
        2345,
        'take(‹Math.random() > 0.5 ? count() : 1›);',
        'take(Math.random() > 0.5 ? await count() : 1);',
      ],
    };
    for (const [what, [code, marked, mended]] of Object.entries(examples)) {
      it(`awaits ${what}`, () => {
        const within = (text: string): string => `export async function f() { ${text} }`;
        assert.deepEqual(fixes(code, within(marked)), awaited(within(mended)));
      });
    }

    it('awaits what is returned', () => {
      const mended = 'export async function f(): Promise<number> { return await count(); }';
      assert.deepEqual(fixes(2322, 'export function f(): number { ‹return› count(); }'), {
        'Make `f` async and await the promise': mended,
      });
      assert.deepEqual(fixes(2322, 'export const f = (): number => ‹count()›;'), {
        'Make `f` async and await the promise': 'export const f = async (): Promise<number> => await count();',
      });
    });

    it('has no fix where the value is of the wrong type, too', () => {
      assert.deepEqual(fixes(2322, 'export async function f() { const ‹s›: string = count(); take(s); }'), {});
    });
  });

  describe('about a variable that keeps a promise', () => {
    const within = (text: string): string => `export async function f() { ${text} }`;

    it('awaits the promise where it is made, or where it is used', () => {
      assert.deepEqual(fixes(2339, within('const order = load(); log(order.‹name›);')), {
        'Await the promise where `order` is made': within('const order = await load(); log(order.name);'),
        'Await the promise': within('const order = load(); log((await order).name);'),
      });
    });

    it('awaits it only where it is used when somebody else awaits it, too', () => {
      const text = 'const n = count(); take(‹n›); log(await n);';
      assert.deepEqual(Object.keys(fixes(2345, within(text))), [
        'Await the promise',
        'Await the promise where `n` is made',
      ]);
    });

    it('awaits what it may be given of several', () => {
      assert.deepEqual(fixes(2345, within('const n = Math.random() > 0.5 ? count() : 1; take(‹n›);')), {
        'Await the promise where `n` is made': within('const n = Math.random() > 0.5 ? await count() : 1; take(n);'),
        'Await the promise': within('const n = Math.random() > 0.5 ? count() : 1; take(await n);'),
      });
    });

    it('has its first value awaited when a plain one is given to it', () => {
      assert.deepEqual(fixes(2322, within('let n = count(); ‹n› = 2; take(await n);')), {
        'Await the promise where `n` is made': within('let n = await count(); n = 2; take(await n);'),
      });
    });
  });

  describe('about a promise that', () => {
    const examples: Readonly<Record<string, readonly [code: number, marked: string, mended: string]>> = {
      'is iterated': [2488, 'for (const one of ‹list()›) take(one);', 'for (const one of await list()) take(one);'],
      'is taken apart as an array': [
        2488,
        'const ‹[one]› = list(); take(one);',
        'const [one] = await list(); take(one);',
      ],
      'is spread': [2488, 'log([...‹list()›]);', 'log([...await list()]);'],
      'is an operand': [2365, 'log(‹1 + count()›);', 'log(1 + await count());'],
      'is compared': [2367, 'if (‹count() === 1›) take(1);', 'if (await count() === 1) take(1);'],
      'is asserted to be a value': [2352, 'take(‹count() as number›);', 'take(await count() as number);'],
      'lacks what the value has': [
        2741,
        'const ‹o›: { name: string } = load(); log(o);',
        'const o: { name: string } = await load(); log(o);',
      ],
      'no overload takes': [2769, 'either(‹count()›);', 'either(await count());'],
    };
    for (const [what, [code, marked, mended]] of Object.entries(examples)) {
      it(`${what} has it awaited`, () => {
        const within = (text: string): string => `export async function f() { ${text} }`;
        assert.deepEqual(fixes(code, within(marked)), awaited(within(mended)));
      });
    }
  });

  it('that is gone from the text by now has no fix', () => {
    assert.deepEqual(fixes(2345, 'export async function f() { take(‹await count()›); }'), {});
  });

  describe('about an `await` without effect', () => {
    it('takes it away', () => {
      assert.deepEqual(fixes(80007, 'export async function f() { take(‹await 3›); }'), {
        'Remove the `await`': 'export async function f() { take(3); }',
      });
    });

    it('keeps it where the value is a promise by now', () => {
      assert.deepEqual(fixes(80007, 'export async function f() { take(‹await count()›); }'), {});
    });
  });

  describe('about a function that may be async', () => {
    const asAsync = (marked: string): string => {
      const found = fixes(80006, marked);
      assert.deepEqual(Object.keys(found), ['Write as an async function']);
      return found['Write as an async function']!;
    };

    it('writes handlers as statements', () => {
      assert.equal(
        asAsync(`export function ‹f›(): Promise<string> {
  log('start');
  return load()
    .then(found => {
      log(found);
      return found.save();
    })
    .then(() => count())
    .then(n => \`\${n}\`);
}`),
        `export async function f(): Promise<string> {
  log('start');
  const found = await load();
  log(found);
  await found.save();
  const n = await count();
  return \`\${n}\`;
}`,
      );
    });

    it('writes `catch` and `finally` as such', () => {
      assert.equal(
        asAsync(
          'export const ‹f› = () => load().then(found => found.name).catch(() => count()).finally(() => log(1));',
        ),
        `export const f = async () => {
  try {
    try {
      const found = await load();
      return found.name;
    } catch {
      return await count();
    }
  } finally {
    log(1);
  }
};`,
      );
    });

    it('calls a function that is named', () => {
      assert.equal(
        asAsync('export function ‹f›() { return count().then(take); }'),
        'export async function f() { return take(await count()); }',
      );
    });

    const unclear: Readonly<Record<string, string>> = {
      'a name of a handler means something else around it':
        'export function ‹f›(n: number) { return count().then(n => n + 1).then(m => m + n); }',
      'a handler before the last returns early':
        'export function ‹f›() { return count().then(n => { if (n) return 1; return 2; }).then(m => m); }',
      'one call takes two handlers': 'export function ‹f›() { return count().then(n => n, () => 0); }',
      'a method is passed on': 'export function ‹f›() { return count().then(console.log); }',
      'there is no chain': 'export function ‹f›() { return count(); }',
    };
    for (const [why, text] of Object.entries(unclear)) {
      it(`leaves it where ${why}`, () => assert.deepEqual(fixes(80006, text), {}));
    }
  });
});
