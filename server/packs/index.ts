import { drizzle, knex, mongoose, prisma, supabase } from './databases.ts';
import { express, hono, next } from './http-servers.ts';
import { nodeAssert } from './node-assert.ts';
import { nodeTest } from './node-test.ts';
import type { Pack } from './pack.ts';
import { standard } from './standard.ts';
import {
  chai,
  chaiAsPromised,
  domMatchers,
  jest,
  jestExpect,
  mocha,
  playwright,
  vitest,
} from './test-frameworks.ts';

export type { Pack } from './pack.ts';

export const PACKS: readonly Pack[] = [
  chai,
  chaiAsPromised,
  domMatchers,
  drizzle,
  express,
  hono,
  jest,
  jestExpect,
  knex,
  mocha,
  mongoose,
  next,
  nodeAssert,
  nodeTest,
  playwright,
  prisma,
  standard,
  supabase,
  vitest,
];
