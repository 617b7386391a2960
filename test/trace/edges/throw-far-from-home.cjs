// The error is made in one line, and thrown in another, both with something inserted. Its causes were never looked at.
const wait = async () => null; const make = () => new TypeError('made here', { cause: new RangeError('and because of that') });
const error = make(); async function main() { await wait(); setTimeout(() => { wait(); throw error; }, 1); }
main();
process.on('exit', code => console.log('exit', code, process.sourceMapsEnabled, new Error('late').stack.split('\n')[1]));
