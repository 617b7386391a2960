// What the rule knows these libraries by.
declare module '@vitest/expect' {
  interface JestAssertion<T> {
    toBe(expected: unknown): void;
    toBeTruthy(): void;
    toBeInstanceOf(expected: unknown): void;
    toThrow(expected?: unknown): void;
    readonly not: JestAssertion<T>;
    readonly resolves: PromisedAssertion;
    readonly rejects: PromisedAssertion;
  }
  interface PromisedAssertion {
    toBe(expected: unknown): Promise<void>;
    toThrow(expected?: unknown): Promise<void>;
    readonly not: PromisedAssertion;
  }
  export const expect: { <T>(value: T): JestAssertion<T>; soft<T>(value: T): JestAssertion<T> };
}

declare module 'playwright' {
  interface GenericAssertions<R> {
    toBe(expected: unknown): R;
    toBeTruthy(): R;
  }
  export const expect: (value: unknown) => GenericAssertions<void>;
}

declare module 'chai' {
  interface Assertion {
    readonly to: Assertion;
    readonly be: Assertion;
    readonly true: Assertion;
    readonly ok: Assertion;
    readonly not: Assertion;
    readonly a: (type: string) => Assertion;
    readonly rejected: import('chai-as-promised').PromisedAssertion;
    readonly eventually: import('chai-as-promised').PromisedAssertion;
    equal(expected: unknown): Assertion;
    throw(): Assertion;
  }
  export const expect: (value: unknown) => Assertion;
}

declare module 'chai-as-promised' {
  interface PromisedAssertion extends PromiseLike<void> {
    readonly be: PromisedAssertion;
    readonly and: PromisedAssertion;
    equal(expected: unknown): PromisedAssertion;
    notify(done: () => void): PromisedAssertion;
  }
  interface Assert {
    isRejected(promise: PromiseLike<unknown>): PromiseLike<void>;
  }
  export const assert: Assert;
}

declare module 'mocha' {
  type Done = (error?: unknown) => void;
  export function it(name: string, test: (this: { timeout(ms: number): void }, done: Done) => void): void;
  export function it(name: string, test: (this: { timeout(ms: number): void }) => PromiseLike<void>): void;
}
