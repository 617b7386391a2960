/** Servers whose functions write a body at once: a promise in it is not waited for. */

import type { Pack } from './pack.ts';

/** `@types/express` takes its response from here. */
export const express: Pack = {
  module: 'express-serve-static-core',
  serializers: ['Response.json', 'Response.jsonp', 'Response.send'],
};

export const hono: Pack = { module: 'hono', serializers: ['Context.json', 'Context.text', 'Context.html'] };

export const next: Pack = { module: 'next', serializers: ['NextResponse.json'] };
