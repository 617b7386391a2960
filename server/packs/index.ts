import { drizzle, knex, mongoose, prisma, supabase } from './databases.ts';
import { express, hono, next } from './http-servers.ts';
import { nodeAssert } from './node-assert.ts';
import { nodeTest } from './node-test.ts';
import type { Pack } from './pack.ts';
import { standard } from './standard.ts';

export type { Pack } from './pack.ts';

export const PACKS: readonly Pack[] = [
  drizzle,
  express,
  hono,
  knex,
  mongoose,
  next,
  nodeAssert,
  nodeTest,
  prisma,
  standard,
  supabase,
];
