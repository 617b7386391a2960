/** Test suites of published packages, of different runners and in different forms of modules. */

export interface Suite {
  readonly repository: string;
  /** That the suite was tried at; any other may do. */
  readonly commit: string;
  readonly runner: string;
  /** A program below `node_modules`, or an option of Node; and its arguments. */
  readonly command: readonly [bin: string, ...args: string[]];
  readonly results: 'tap' | 'jest';
}

export const SUITES: Readonly<Record<string, Suite>> = {
  'p-limit': {
    repository: 'https://github.com/sindresorhus/p-limit',
    commit: 'df47604',
    runner: 'ava, ES modules',
    command: ['ava/entrypoints/cli.mjs', '--tap'],
    results: 'tap',
  },
  express: {
    repository: 'https://github.com/expressjs/express',
    commit: 'a3714473',
    runner: 'mocha, CommonJS',
    command: [
      'mocha/bin/mocha.js',
      ...['--require', 'test/support/env', '--reporter', 'tap', '--check-leaks', 'test/', 'test/acceptance/'],
    ],
    results: 'tap',
  },
  dataloader: {
    repository: 'https://github.com/graphql/dataloader',
    commit: 'b70dea3',
    runner: 'jest with Babel',
    command: ['jest/bin/jest.js', 'src', '--json'],
    results: 'jest',
  },
  avvio: {
    repository: 'https://github.com/fastify/avvio',
    commit: 'ba0239c',
    runner: 'borp, CommonJS',
    command: ['borp/borp.js', '--reporter=tap'],
    results: 'tap',
  },
  'p-queue': {
    repository: 'https://github.com/sindresorhus/p-queue',
    commit: '180ab9e',
    runner: 'node:test, TypeScript by tsx',
    command: ['--import=tsx/esm', '--test', '--test-reporter=tap', 'test/*.ts'],
    results: 'tap',
  },
  hookable: {
    repository: 'https://github.com/unjs/hookable',
    commit: 'b77477c',
    runner: 'vitest, TypeScript',
    command: ['vitest/vitest.mjs', 'run', '--reporter=tap-flat'],
    results: 'tap',
  },
  fastify: {
    repository: 'https://github.com/fastify/fastify',
    commit: '83e6976',
    runner: 'borp, CommonJS',
    command: ['borp/borp.js', '--reporter=tap'],
    results: 'tap',
  },
};
