/** Which callbacks of a suite an edit of another one cannot have changed anything for. */

import assert from 'node:assert/strict';
import { compareSuites, suiteOf, type Suite } from '../../server/engine/suites.ts';
import { isCallExpression, isExpressionStatement } from '../../server/syntax/ast.ts';
import { parsing } from './parsed.ts';

describe('the pieces of a suite that stay as they were', () => {
  const parse = parsing();

  function suite(text: string): Suite {
    const source = parse(text);
    const [statement] = source.statements;
    assert(statement && isExpressionStatement(statement) && isCallExpression(statement.expression));
    const found = suiteOf(statement.expression.arguments.at(-1)!, source);
    assert(found);
    return found;
  }

  /** By their places among the pieces, and those in a suite within by both places. */
  const same = (before: string, now: string): readonly string[] => [
    ...compareSuites(suite(before), suite(now), '').same.keys(),
  ];

  const three = (first: string, shared = ''): string =>
    `describe('three', () => { ${shared}\n  it('a', () => { ${first} });\n  it('b', () => { b(); });\n  it('c', () => { c(); });\n});`;

  it('are the others', () => {
    assert.deepEqual(same(three(''), three('a();')), ['1', '2']);
  });

  it('are all, when only code around the suite changed', () => {
    assert.deepEqual(same(three(''), `${three('')}\na();`), ['0', '1', '2']);
  });

  it('are none when code between them changed', () => {
    assert.deepEqual(same(three(''), three('', 'a();')), []);
  });

  it('are none when the arguments beside a callback changed', () => {
    assert.deepEqual(same(three(''), three('').replace("'b'", "'d'")), []);
  });

  it('are those that mention no variable that is mentioned in what changed', () => {
    assert.deepEqual(same(three('', 'let b = run;'), three('b = walk;', 'let b = run;')), ['2']);
    assert.deepEqual(same(three('b = walk;', 'let b = run;'), three('', 'let b = run;')), ['2']);
  });

  it('are not those that know of the variable by way of others', () => {
    const shared = 'let a = 1; const c = () => a;';
    assert.deepEqual(same(three('', shared), three('a++;', shared)), ['1']);
  });

  it('are no functions that run where they stand', () => {
    const text = (body: string) => `describe('one', () => { (() => { ${body} })(); it('a', () => {}); });`;
    assert.deepEqual(same(text(''), text('a();')), []);
  });

  it('are found in suites within', () => {
    const text = (body: string) => `describe('outer', () => { ${three(body)} it('d', () => {}); });`;
    assert.deepEqual(same(text(''), text('a();')), ['0/1', '0/2', '1']);
  });

  it('are outside of a suite whose own code changed', () => {
    const text = (own: string) => `describe('outer', () => { ${three('', own)} it('d', () => {}); });`;
    assert.deepEqual(same(text(''), text('a();')), ['1']);
  });
});
