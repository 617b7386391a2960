import { esbuild, rolldown, rollup, svelteKit, vite } from './build-tools.ts';
import { cac, commander, yargs } from './command-lines.ts';
import { drizzle, knex, mongoose, prisma, supabase } from './databases.ts';
import { express, fastify, hono, koa, next, nodeHttp, nodeHttps } from './http-servers.ts';
import { react, vue } from './interfaces.ts';
import { nodeAssert } from './node-assert.ts';
import {
  nodeChildProcess,
  nodeCrypto,
  nodeInspector,
  nodeModule,
  nodeProcess,
  nodeSqlite,
  nodeV8,
  nodeZlib,
} from './node-blocking.ts';
import { nodeEvents, nodeTimers } from './node-events.ts';
import { nodeFs } from './node-fs.ts';
import { nodeTest } from './node-test.ts';
import type { Pack } from './pack.ts';
import { playwrightCore } from './playwright.ts';
import { standard } from './standard.ts';
import { SYNCHRONOUS } from './synchronous.ts';
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
import { trpc } from './trpc.ts';

export type { Pack } from './pack.ts';

export const PACKS: readonly Pack[] = [
  cac,
  chai,
  chaiAsPromised,
  commander,
  domMatchers,
  drizzle,
  esbuild,
  express,
  fastify,
  hono,
  jest,
  jestExpect,
  knex,
  koa,
  mocha,
  mongoose,
  next,
  nodeAssert,
  nodeChildProcess,
  nodeCrypto,
  nodeEvents,
  nodeFs,
  nodeInspector,
  nodeModule,
  nodeProcess,
  nodeSqlite,
  nodeHttp,
  nodeHttps,
  nodeTest,
  nodeTimers,
  nodeV8,
  nodeZlib,
  playwright,
  playwrightCore,
  prisma,
  react,
  rolldown,
  rollup,
  standard,
  supabase,
  svelteKit,
  trpc,
  vite,
  vitest,
  vue,
  yargs,
  ...SYNCHRONOUS,
];
