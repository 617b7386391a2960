/**
 * Servers. Their functions write a body at once: a promise in it is not waited for. Their callbacks answer requests:
 * while one blocks, all requests wait.
 */

import type { Pack } from './pack.ts';

const routes = (type: string, methods: readonly string[] = []): string[] =>
  ['all', 'delete', 'get', 'options', 'patch', 'post', 'put', ...methods].map(method => `${type}.${method}`);

/** `@types/express` takes its response from here. */
export const express: Pack = {
  module: 'express-serve-static-core',
  serializers: ['Response.json', 'Response.jsonp', 'Response.send'],
  handlers: [...routes('IRouter', ['head', 'use']), 'Application.get', 'Application.use'],
};

export const fastify: Pack = { module: 'fastify', handlers: routes('FastifyInstance', ['addHook', 'head']) };

export const hono: Pack = {
  module: 'hono',
  serializers: ['Context.json', 'Context.text', 'Context.html'],
  handlers: routes('Hono', ['use']),
};

export const koa: Pack = { module: 'koa', handlers: ['Application.use'] };

export const next: Pack = { module: 'next', serializers: ['NextResponse.json'] };

export const nodeHttp: Pack = { module: 'node:http', handlers: ['createServer'] };

export const nodeHttps: Pack = { module: 'node:https', handlers: ['createServer'] };
