/** Queries of database clients that nothing awaits. Their types are cut down to what makes them thenable. */

import assert from 'node:assert/strict';
import { openedWorkspace } from './opened-workspace.ts';

const KNEX = `
  export interface ChainableInterface<T = any> extends Pick<Promise<T>, 'then' | 'catch'> {}
  export interface QueryBuilder<T = any> extends ChainableInterface<T> {
    where(column: string, value: unknown): QueryBuilder<T>;
    insert(row: object): QueryBuilder<number[]>;
    stream(handler: (row: T) => void): QueryBuilder<T>;
  }
  export interface SchemaBuilder extends ChainableInterface<void> { dropTable(name: string): SchemaBuilder; }
  export interface Knex { (table: string): QueryBuilder; readonly schema: SchemaBuilder; raw(sql: string): QueryBuilder; }
  export interface Transaction extends Knex { commit(): QueryBuilder; }
  export default function knex(): Knex;
`;

const DRIZZLE = `
  export abstract class QueryPromise<T> implements Promise<T> {
    [Symbol.toStringTag]: string;
    then<A, B>(ok?: ((value: T) => A | PromiseLike<A>) | null, bad?: ((why: any) => B | PromiseLike<B>) | null): Promise<A | B>;
    catch<A>(bad?: ((why: any) => A | PromiseLike<A>) | null): Promise<T | A>;
    finally(done?: (() => void) | null): Promise<T>;
  }
  export class Update extends QueryPromise<void> { set(row: object): this; where(it: unknown): Omit<Update, 'where'>; }
  export declare const db: { update(table: object): Update };
`;

const PRISMA = `
  export interface PrismaPromise<T> extends Promise<T> { [Symbol.toStringTag]: 'PrismaPromise' }
  interface UserClient<T> extends PrismaPromise<T> { posts(): PrismaPromise<object[]> }
  export class PrismaClient { user: { create(data: object): UserClient<object> }; $connect(): Promise<void>; }
`;

const MONGOOSE = `
  declare module 'mongoose' {
    class Query<T> { then: Promise<T>['then']; where(path: string): this; exec(): Promise<T>; }
    interface Model<T> { updateOne(filter: object, change: object, done?: () => void): Query<T>; }
    export function model<T>(name: string): Model<T>;
  }
`;

const packageOf = (name: string, types: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, types: 'index.d.ts' }),
  [`node_modules/${name}/index.d.ts`]: types,
});

const HEAD = `
  import makeKnex, { type QueryBuilder, type Transaction } from 'knex';
  import { db } from 'drizzle-orm';
  import { PrismaClient } from '@prisma/client';
  import { model } from 'mongoose';
  const knex = makeKnex();
  const prisma = new PrismaClient();
  const User = model<{ name: string }>('User');
  declare function byName(query: QueryBuilder): QueryBuilder;
`;

describe('a query that nothing awaits', () => {
  const compilerOptions = { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler', types: [] };
  const opened = openedWorkspace({
    'tsconfig.json': JSON.stringify({ compilerOptions }),
    'a.ts': '',
    ...packageOf('knex', KNEX),
    ...packageOf('drizzle-orm', DRIZZLE),
    ...packageOf('@prisma/client', PRISMA),
    ...packageOf('mongoose', MONGOOSE),
  });

  const findings = (statement: string) => {
    const { folder, workspace } = opened();
    const file = `${folder.path}/a.ts`;
    const text = `${HEAD} export async function f(query: QueryBuilder, trx: Transaction) { ${statement} }`;
    workspace.setDocument(file, text);
    return workspace.findingsAt(file, 0, text.length);
  };
  const messages = (statement: string): string[] => findings(statement).map(({ message }) => message.split(':')[0]!);

  for (const statement of [
    "knex('users').where('name', 'Eve').insert({});",
    "knex.raw('truncate users');",
    "knex.schema.dropTable('users');",
    "trx('users').insert({});",
    'db.update({}).set({});',
    'db.update({}).set({}).where(1);',
    'prisma.user.create({});',
    'User.updateOne({}, {});',
    "User.updateOne({}, {}).where('name');",
    'void User.updateOne({}, {});',
    'Math.random() > 0.5 && prisma.user.create({});',
  ]) {
    it(`never runs: ${statement}`, () => assert.deepEqual(messages(statement), ['This query never runs']));
  }

  for (const statement of [
    "query.where('name', 'Eve');",
    'byName(query);',
    "knex('users').stream(row => console.log(row));",
    'trx.commit();',
    'User.updateOne({}, {}, () => {});',
    "const users = User.updateOne({}, {}); users.where('name'); await users;",
    "await knex('users').insert({});",
    "return knex('users').insert({});",
  ]) {
    it(`may run: ${statement}`, () => assert.deepEqual(messages(statement), []));
  }

  it('is no other promise', () => {
    assert.deepEqual(messages('prisma.$connect(); User.updateOne({}, {}).exec();'), [
      'This promise floats',
      'This promise floats',
    ]);
  });

  it('is awaited by its only fix, which nobody applies unseen', () => {
    const [finding] = findings('prisma.user.create({});');
    assert.deepEqual(finding!.fixes.map(({ title, kind }) => [title, kind]), [['Await the query', 'suggestion']]);
  });
});
