// Each task ends with its reason. What would run code of the program says so, which it must not.
const ran = what => () => {
  throw new Error(`${what} ran`);
};
class Lost extends Error {}
class Renamed extends Error {
  name = 'OutOfMoney';
  code = 'E_MONEY';
}
const nothingRuns = new Proxy(new Error('hidden'), {
  get: ran('get'),
  getPrototypeOf: ran('getPrototypeOf'),
  getOwnPropertyDescriptor: ran('getOwnPropertyDescriptor'),
});
class Secretive {
  get message() {
    return ran('the getter')();
  }
  toString = ran('toString');
  [Symbol.toPrimitive] = ran('toPrimitive');
}
const below = (cause, depth) => (depth === 0 ? cause : new Error(`layer ${depth}`, { cause: below(cause, depth - 1) }));

const REASONS = {
  plain: new Error('no file'),
  ofClass: new Lost('at sea'),
  ofName: new Renamed('not a cent'),
  system: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }),
  aborted: AbortSignal.abort().reason,
  several: new AggregateError([new Lost('first'), new Lost('second')], 'all failed'),
  caused: below(new Lost('root'), 1),
  causedByFar: below(new Lost('root'), 9),
  long: new Error('x'.repeat(1000)),
  lines: new Error('one\n  two'),
  text: 'late',
  number: 404,
  nothing: undefined,
  none: null,
  symbol: Symbol('stop'),
  object: { message: 'no error', code: 7 },
  bare: Object.create(null),
  proxy: nothingRuns,
  inheritsProxy: Object.create(nothingRuns),
  secretive: new Secretive(),
  causedByProxy: new Error('wrapped', { cause: nothingRuns }),
};
async function fail(reason) {
  await null;
  throw reason;
}
Promise.allSettled(Object.values(REASONS).map(fail)).then(results => {
  if (results.some(({ reason }, at) => reason !== Object.values(REASONS)[at])) throw new Error('Reasons have changed.');
});
