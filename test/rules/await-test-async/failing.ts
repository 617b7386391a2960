// options: { "checkFailing": true }
/// <reference path="libraries.d.ts" />
import assert from 'node:assert';
import { expect } from '@vitest/expect';

declare function title(): Promise<string>;

export async function failing(): Promise<void> {
  expect(title()).toBe('Bread');
  //     ^^^^^^^ error: This assertion looks at a promise, not at the value that it will have, and so says nothing about it.
  assert.equal(title(), 'Bread');
  //           ^^^^^^^ error: This assertion looks at a promise, not at the value that it will have, and so says nothing about it.
  expect(await title()).toBe('Bread');
}
