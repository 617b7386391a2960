import assert from 'node:assert/strict';
import { ask, once, together, type Asking, type NodeRef } from '../../server/engine/questions.ts';
import { runTogether } from '../../server/engine/run-together.ts';
import type { Node } from '../../server/syntax/ast.ts';

const reference = (file: string): NodeRef => ({ file, index: 1, kind: 1 });

function* onBehalf(principal: object, asker: Asking<unknown>): Asking<unknown> {
  yield* ask('onBehalf', principal);
  return yield* asker;
}

/** Runs askers one after another, with one memory; gives for each the files of the declarations that it depends on. */
function looksOf(...askers: readonly Asking<unknown>[]): string[][] {
  const memories = new Map<unknown, Map<unknown, unknown>>();
  const nodes = new Map<Node, string>();
  return askers.map(asker => {
    const looks: string[] = [];
    runTogether([onBehalf({}, asker)], {
      known: () => assert.fail('nothing is asked of the compiler'),
      send: () => assert.fail('nothing is asked of the compiler'),
      receive: () => assert.fail('nothing is asked of the compiler'),
      lookUp: ({ of }) => {
        const node = {} as Node;
        nodes.set(node, (of as NodeRef).file);
        return node;
      },
      recall: ({ of }) => {
        const memory = memories.get(of) ?? new Map();
        memories.set(of, memory);
        return memory;
      },
      shared: new Map(),
      observer: {
        lookedInto: (_, declaration) => looks.push(nodes.get(declaration)!),
        lookedAround: () => assert.fail('nothing is asked of the whole program'),
      },
    });
    return looks.toSorted();
  });
}

describe('what is found out once', () => {
  const node = {} as Node;

  it('depends on the same for all who ask', () => {
    const fact = () => once('fact', node, () => ask('node', reference('a.ts')));
    assert.deepEqual(looksOf(fact(), fact()), [['a.ts'], ['a.ts']]);
  });

  it('depends also on what those look into that work for it side by side', () => {
    const inner = () => once('inner fact', node, () => ask('node', reference('c.ts')));
    const both = () => together([ask('node', reference('b.ts')), inner()]);
    const fact = () => once('fact', node, () => together<unknown>([ask('node', reference('a.ts')), both()]));
    assert.deepEqual(looksOf(fact(), fact()), [['a.ts', 'b.ts', 'c.ts'], ['a.ts', 'b.ts', 'c.ts']]);
  });
});
