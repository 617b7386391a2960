// options: {}
/// <reference path="libraries.d.ts" />
import { expect as chaiExpect } from 'chai';
import { assert } from 'chai-as-promised';
import { expect as expectPage } from 'playwright';
import { expect } from '@vitest/expect';

declare function title(): Promise<string>;
declare const page: { isVisible(): Promise<boolean> };
declare const known: Promise<string>;

async function load(): Promise<void> {
  throw new Error('Not found');
}

export async function values(): Promise<void> {
  // This fails whenever it runs: nobody overlooks it.
  expect(title()).toBe('Bread');
  expect.soft(title()).not.toBe('Bread');
  //          ^^^^^^^ error: This assertion looks at a promise, not at the value that it will have, and so says nothing about it.
  expect(title()).toBeTruthy();
  //     ^^^^^^^ error: This assertion looks at a promise, not at the value that it will have, and so says nothing about it.
  expect(await title()).toBe('Bread');
  await expect(title()).resolves.toBe('Bread');
  expect(known).toBe(known);
  expect(title()).toBeInstanceOf(Promise);
}

export async function throwing(): Promise<void> {
  expect(async () => {
  //     ^^^^^^^^^^^^^... error: An async function never throws, its promise rejects: this assertion does not see it.
    await load();
  }).toThrow();
  expect(() => load()).toThrow('Not found');
  //     ^^^^^^^^^^^^ error: An async function never throws, its promise rejects: this assertion does not see it.
  expect(load).not.toThrow();
  //     ^^^^ error: An async function never throws, its promise rejects: this assertion does not see it.
  expect(() => JSON.parse('{')).toThrow();
  await expect(load).rejects.toThrow();
}

export namespace inABrowser {
  const expect = expectPage;
  export async function visible(): Promise<void> {
    expect(page.isVisible()).toBeTruthy();
    //     ^^^^^^^^^^^^^^^^ error: This assertion looks at a promise, not at the value that it will have, and so says nothing about it.
    expect(await page.isVisible()).toBeTruthy();
  }
}

export namespace withChai {
  const expect = chaiExpect;
  export async function values(done: () => void): Promise<void> {
    expect(title()).to.equal('Bread');
    expect(title()).to.be.ok;
    //     ^^^^^^^ error: This assertion looks at a promise, not at the value that it will have, and so says nothing about it.
    expect(title()).to.not.be.true;
    //     ^^^^^^^ error: This assertion looks at a promise, not at the value that it will have, and so says nothing about it.
    expect(title()).to.be.a('promise');
    expect(load).to.throw();
    //     ^^^^ error: An async function never throws, its promise rejects: this assertion does not see it.
    expect(title()).to.be.rejected;
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Nobody waits for this assertion: when it fails, the test is over already, and green.
    expect(title()).to.eventually.equal('Bread');
    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: Nobody waits for this assertion: when it fails, the test is over already, and green.
    assert.isRejected(title());
    //^^^^^^^^^^^^^^^^^^^^^^^^ error: Nobody waits for this assertion: when it fails, the test is over already, and green.
    expect(title()).to.eventually.equal('Bread').and.notify(done);
    await expect(title()).to.eventually.equal('Bread');
    await assert.isRejected(title());
  }
}
