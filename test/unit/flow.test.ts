/** The order in which code runs, as words: calls by their names, suspensions, and how each path ends. */

import assert from 'node:assert/strict';
import { isCallExpression, isFunctionDeclaration, isIdentifier } from '../../server/syntax/ast.ts';
import { flowOf } from '../../server/syntax/flow-graph.ts';
import {
  pointsOf,
  somePath,
  successors,
  type Exceptions,
  type Flow,
  type FlowPoint,
} from '../../server/syntax/flow.ts';
import { parsing } from './parsed.ts';

describe('the flow of a function', () => {
  const parse = parsing();

  function flowIn(body: string): Flow {
    const fn = parse(`async function* f() { ${body} }`).statements.find(isFunctionDeclaration)!;
    return flowOf(fn.body!);
  }

  /** All paths that come by no point more than twice: loops are gone through once, or not at all. */
  function paths(body: string, exceptions: Exceptions = 'thrown'): string[] {
    const found = new Set<string>();
    const go = (point: FlowPoint, words: readonly string[], before: readonly FlowPoint[]): void => {
      if (before.filter(one => one === point).length === 2) return;
      const said = [...words, ...wordOf(point)];
      const after = successors(point, exceptions);
      if (after.length === 0) found.add(said.join(' '));
      for (const next of after) go(next, said, [...before, point]);
    };
    go(flowIn(body).entry, [], []);
    return [...found].sort();
  }

  function wordOf({ kind, node }: FlowPoint): string[] {
    if (kind === 'branch') return [];
    if (kind === 'step') return isCallExpression(node) && isIdentifier(node.expression) ? [node.expression.text] : [];
    return [{ suspension: 'wait', throw: 'throw', exit: '.', failure: '!' }[kind]];
  }

  it('goes from statement to statement', () => {
    assert.deepEqual(paths('a(); const x = b(c()); d();'), ['a c b d .']);
  });

  it('evaluates operands before what uses them', () => {
    assert.deepEqual(paths('await a(b(), await c());'), ['b c wait a wait .']);
    assert.deepEqual(paths('x = a(); y.z = b(); o = { p: c(), [d()]: e() };'), ['a b c d e .']);
    assert.deepEqual(paths('const { x = a() } = b();'), ['b a .']);
  });

  it('branches', () => {
    assert.deepEqual(paths('if (a()) b(); else c(); d();'), ['a b d .', 'a c d .']);
    assert.deepEqual(paths('if (a()) b(); d();'), ['a b d .', 'a d .']);
    assert.deepEqual(paths('a() ? b() : c();'), ['a b .', 'a c .']);
  });

  it('takes short cuts', () => {
    assert.deepEqual(paths('a() && b() || c();'), ['a .', 'a b .', 'a b c .', 'a c .']);
    assert.deepEqual(paths('x ??= a(); b();'), ['a b .', 'b .']);
    assert.deepEqual(paths('x?.y(a()).z(b()); c();'), ['a b c .', 'c .']);
  });

  it('leaves early', () => {
    assert.deepEqual(paths('if (a()) return b(); c();'), ['a b .', 'a c .']);
    assert.deepEqual(paths('if (a()) throw b(); c();'), ['a b throw !', 'a c .']);
    assert.deepEqual(paths('return; a();'), ['.']);
  });

  it('loops', () => {
    assert.deepEqual(paths('while (a()) b(); c();'), ['a b a c .', 'a c .']);
    assert.deepEqual(paths('do a(); while (b()); c();'), ['a b a b c .', 'a b c .']);
    assert.deepEqual(paths('for (a(); b(); c()) d(); e();'), ['a b d c b e .', 'a b e .']);
    assert.deepEqual(paths('for (const x of a()) b(); c();'), ['a b c .', 'a c .']);
    assert.deepEqual(paths('while (true) { a(); if (b()) break; } c();'), ['a b a b c .', 'a b c .']);
    assert.deepEqual(paths('for (;;) a();'), []);
  });

  it('breaks and continues', () => {
    assert.deepEqual(paths('for (const x of a()) { if (b()) continue; c(); }'), ['a .', 'a b .', 'a b c .']);
    assert.deepEqual(paths('l: for (const x of a()) { for (const y of b()) { break l; } c(); } d();'), [
      'a b c b d .',
      'a b c d .',
      'a b d .',
      'a d .',
    ]);
    assert.deepEqual(paths('l: for (const x of a()) { for (const y of b()) { continue l; } c(); }'), [
      'a .',
      'a b .',
      'a b c .',
    ]);
    assert.deepEqual(paths('l: { if (a()) break l; b(); } c();'), ['a b c .', 'a c .']);
  });

  it('switches', () => {
    assert.deepEqual(paths('switch (a()) { case 1: b(); case 2: c(); break; default: d(); } e();'), [
      'a b c e .',
      'a c e .',
      'a d e .',
    ]);
    assert.deepEqual(paths('switch (a()) { case 1: b(); } c();'), ['a b c .', 'a c .']);
  });

  it('is given away and comes back', () => {
    assert.deepEqual(paths('a(); await b(); yield c();'), ['a b wait c wait .']);
    assert.deepEqual(paths('for await (const x of a()) b(); c();'), ['a wait b wait c .', 'a wait c .']);
  });

  it('does not enter closures', () => {
    assert.deepEqual(paths('a(() => b()); function c() { d(); } class C { m() { e(); } }'), ['a .']);
  });

  it('catches what is thrown', () => {
    assert.deepEqual(paths('try { if (a()) throw 1; b(); } catch { c(); } d();'), ['a b d .', 'a throw c d .']);
    assert.deepEqual(paths('try { throw 1; } catch { throw 2; }'), ['throw throw !']);
    assert.deepEqual(paths('try { a(); b(); } catch { c(); }', 'any'), [
      'a b .',
      'a b c !',
      'a b c .',
      'a c !',
      'a c .',
    ]);
    assert.deepEqual(paths('await a();', 'any'), ['a !', 'a wait !', 'a wait .']);
  });

  it('passes finally on every way out', () => {
    assert.deepEqual(paths('try { if (a()) return; if (b()) throw 1; } finally { c(); } d();'), [
      'a b c d .',
      'a b throw c !',
      'a c .',
    ]);
    assert.deepEqual(paths('for (const x of a()) { try { break; } finally { b(); } } c();'), ['a b c .', 'a c .']);
    assert.deepEqual(paths('try { throw 1; } catch { return; } finally { a(); } b();'), ['throw a .']);
    assert.deepEqual(paths('try { return; } finally { return a(); }'), ['a .']);
  });

  /** Whether some path leads from the call of `from` to the exit without a call of `past`. */
  function avoids(body: string, from: string, past: string): boolean {
    const flow = flowIn(body);
    const calls = (point: FlowPoint, name: string) => wordOf(point).includes(name);
    const starts: FlowPoint[] = [];
    somePath([flow.entry], 'any', point => {
      if (calls(point, from)) starts.push(point);
      return 'pass';
    });
    const path = somePath(starts, 'thrown', point =>
      calls(point, past) ? 'block' : point === flow.exit ? 'goal' : 'pass',
    );
    return path !== undefined;
  }

  it('tells whether something happens on every path', () => {
    assert.equal(avoids('a(); if (c()) b(); else d(b());', 'a', 'b'), false);
    assert.equal(avoids('a(); if (c()) b(); else d();', 'a', 'b'), true);
    assert.equal(avoids('a(); try { if (c()) return; } finally { b(); }', 'a', 'b'), false);
    assert.equal(avoids('a(); if (c()) throw 1; b();', 'a', 'b'), false);
    assert.equal(avoids('while (c()) { a(); b(); }', 'a', 'b'), false);
  });

  it('finds a node in each copy of a finally block, and not in dead code', () => {
    const callsIn = (body: string) => {
      const flow = flowIn(body);
      const calls = new Map<string, number>();
      const source = flow.exit.node;
      source.forEachChild(function visit(node): void {
        if (isCallExpression(node) && isIdentifier(node.expression))
          calls.set(node.expression.text, pointsOf(flow, node).length);
        node.forEachChild(visit);
      });
      return Object.fromEntries(calls);
    };
    assert.deepEqual(callsIn('try { if (a()) return; } finally { b(); } return; c();'), { a: 1, b: 3, c: 0 });
  });
});
