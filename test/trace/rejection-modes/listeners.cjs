// Somebody listens to everything, and goes on.
process.on('uncaughtExceptionMonitor', (error, origin) => console.log('monitor', origin, error));
process.on('uncaughtException', (error, origin) => console.log('uncaught', origin, error));
process.on('unhandledRejection', (reason, promise) => console.log('unhandled', reason, promise));
process.on('exit', code => console.log('exit', code));
async function fail(reason) { await null; throw reason; }
fail(new RangeError('too far')); setTimeout(() => { fail('text'); throw new TypeError('besides'); }, 1);
