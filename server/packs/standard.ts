/** What the language's and the platform's own library declares. */

import type { Pack } from './pack.ts';

export const standard: Pack = {
  module: 'lib',
  serializers: ['JSON.stringify', 'Response.json'],
  truthAssertions: ['Console.assert'],
  eventMembers: [
    'Event.currentTarget',
    'Event.preventDefault',
    'Event.stopImmediatePropagation',
    'Event.stopPropagation',
  ],
  runsCallbacksNow: ['Array.forEach', 'Array.map', 'ReadonlyArray.forEach', 'ReadonlyArray.map'],
  blocking: [
    { name: 'Atomics.wait', does: 'waits for another thread' },
    { name: 'XMLHttpRequest.open', does: 'asks a server', ifFalse: 2 },
  ],
};
