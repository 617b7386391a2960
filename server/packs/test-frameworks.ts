/** Test runners and assertion libraries. */

import type { Pack } from './pack.ts';

const membersOf = (type: string, names: readonly string[]): string[] => names.map(name => `${type}.${name}`);

/** What Jest began, and others took over. Matchers of identity with a promise's own class are left out. */
const MATCHERS = [
  'toBe',
  'toBeCloseTo',
  'toBeDefined',
  'toBeFalsy',
  'toBeGreaterThan',
  'toBeGreaterThanOrEqual',
  'toBeLessThan',
  'toBeLessThanOrEqual',
  'toBeNaN',
  'toBeNull',
  'toBeTruthy',
  'toBeUndefined',
  'toContain',
  'toContainEqual',
  'toEqual',
  'toHaveLength',
  'toMatch',
  'toMatchObject',
  'toStrictEqual',
];
const THROW_MATCHERS = ['toThrow', 'toThrowError'];

/** The type packages of Jest, old and new, have their matchers in an interface of the same name. */
const jestMatchers = {
  valueMatchers: membersOf('Matchers', MATCHERS),
  throwMatchers: membersOf('Matchers', THROW_MATCHERS),
};

export const jest: Pack = {
  module: 'jest',
  ...jestMatchers,
  doneCallbacks: ['DoneCallback'],
};

export const jestExpect: Pack = { module: 'expect', ...jestMatchers };

export const vitest: Pack = {
  module: '@vitest/expect',
  valueMatchers: membersOf('JestAssertion', MATCHERS),
  throwMatchers: membersOf('JestAssertion', THROW_MATCHERS),
};

/** `@playwright/test` takes its types from here. */
export const playwright: Pack = {
  module: 'playwright',
  valueMatchers: membersOf('GenericAssertions', MATCHERS),
  throwMatchers: membersOf('GenericAssertions', THROW_MATCHERS),
};

export const mocha: Pack = { module: 'mocha', doneCallbacks: ['Done'] };

export const domMatchers: Pack = {
  module: '@testing-library/jest-dom',
  valueMatchers: membersOf('TestingLibraryMatchers', [
    'toBeChecked',
    'toBeDisabled',
    'toBeEnabled',
    'toBeInTheDocument',
    'toBeVisible',
    'toHaveAttribute',
    'toHaveClass',
    'toHaveTextContent',
    'toHaveValue',
  ]),
};

export const chai: Pack = {
  module: 'chai',
  valueMatchers: membersOf('Assertion', [
    'empty',
    'eq',
    'eql',
    'eqls',
    'equal',
    'equals',
    'exist',
    'false',
    'length',
    'lengthOf',
    'null',
    'ok',
    'true',
    'undefined',
  ]),
  throwMatchers: membersOf('Assertion', ['Throw', 'throw', 'throws']),
};

/** Its assertions are thenable, and no promises. */
export const chaiAsPromised: Pack = {
  module: 'chai-as-promised',
  asyncAssertions: [
    'PromisedAssertion',
    ...membersOf('Assert', ['becomes', 'doesNotBecome', 'isFulfilled', 'isRejected']),
  ],
};
