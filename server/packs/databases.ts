/** Database clients whose queries run when they are awaited, and only then. */

import type { Pack } from './pack.ts';

export const drizzle: Pack = { module: 'drizzle-orm', lazyThenables: ['QueryPromise'] };

/** A transaction ends at once, though the types say that a query comes back. */
export const knex: Pack = {
  module: 'knex',
  lazyThenables: ['ChainableInterface'],
  startedAtOnce: ['Transaction.commit', 'Transaction.rollback'],
};

export const mongoose: Pack = { module: 'mongoose', lazyThenables: ['Aggregate', 'Query'] };

export const prisma: Pack = { module: '@prisma/client', lazyThenables: ['PrismaPromise'] };

/** What `@supabase/supabase-js` builds its queries with. */
export const supabase: Pack = { module: '@supabase/postgrest-js', lazyThenables: ['PostgrestBuilder'] };
