// Somebody takes all exceptions before anybody else hears of them.
process.setUncaughtExceptionCaptureCallback(error => console.log('captured', error?.name, error?.code));
process.on('exit', code => console.log('exit', code));
async function fail(reason) { await null; throw reason; }
fail(new RangeError('too far')); setTimeout(() => { fail(undefined); throw new TypeError('besides'); }, 1);
