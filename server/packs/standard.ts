/** What the language's and the platform's own library declares. */

import type { Pack } from './pack.ts';

const membersOf = (type: string, names: readonly string[]): string[] => names.map(name => `${type}.${name}`);

const ITERATOR_METHODS = ['every', 'find', 'forEach', 'reduce', 'some'];

const ARRAY_METHODS = [
  ...ITERATOR_METHODS,
  'filter',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'map',
  'reduceRight',
  'toSorted',
];

export const standard: Pack = {
  module: 'lib',
  selfHandledCalls: [
    // They change an array, and give back promises that somebody has put into it.
    ...membersOf('Array', ['copyWithin', 'fill', 'pop', 'reverse', 'shift', 'sort', 'splice']),
    // They give back what they are given.
    ...membersOf('ObjectConstructor', ['assign', 'defineProperties', 'defineProperty', 'freeze', 'preventExtensions']),
    ...membersOf('ObjectConstructor', ['seal', 'setPrototypeOf']),
  ],
  serializers: ['JSON.stringify', 'Response.json'],
  truthAssertions: ['Console.assert'],
  eventMembers: [
    'Event.currentTarget',
    'Event.preventDefault',
    'Event.stopImmediatePropagation',
    'Event.stopPropagation',
  ],
  runsCallbacksNow: [
    'Promise',
    'PromiseConstructor.try',
    'JSON.parse',
    'JSON.stringify',
    'ArrayConstructor.from',
    'String.replace',
    'String.replaceAll',
    'Map.forEach',
    'ReadonlyMap.forEach',
    'Set.forEach',
    'ReadonlySet.forEach',
    'MapConstructor.groupBy',
    'ObjectConstructor.groupBy',
    ...membersOf('Array', [...ARRAY_METHODS, 'sort']),
    ...membersOf('ReadonlyArray', ARRAY_METHODS),
    ...membersOf('IteratorObject', ITERATOR_METHODS),
  ],
  blocking: [
    { name: 'Atomics.wait', does: 'waits for another thread' },
    { name: 'XMLHttpRequest.open', does: 'asks a server', ifFalse: 2 },
  ],
};
