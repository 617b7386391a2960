// Two rejections that nobody handles, one of them without an error.
async function fail(reason) { await null; throw reason; }
process.on('exit', code => console.log('exit', code));
fail(new RangeError('too far')); setTimeout(() => console.log('went on'), 1);
setTimeout(() => fail({ status: 404 }), 2);
