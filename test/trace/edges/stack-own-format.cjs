// Programs that format their stack traces themselves get the same places, and may put back what was there before.
const before = Error.prepareStackTrace;
const format = (error, sites) => sites.map(it => `${it.getFunctionName()}:${it.getLineNumber()}:${it.getColumnNumber()}`);
Error.prepareStackTrace = format;
async function main() { await null; await null; return new Error('x').stack; }
main().then(stack => {
  console.log(stack);
  Error.prepareStackTrace = before;
  console.log(Error.prepareStackTrace === before, new Error('y').stack.split('\n')[1].replace(/.*[\\/]/, ''));
  Error.prepareStackTrace = undefined;
  console.log(Error.prepareStackTrace, Object.keys(Error), typeof new Error('z').stack);
});
