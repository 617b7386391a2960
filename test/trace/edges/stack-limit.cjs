Error.stackTraceLimit = 1;
async function main() { console.log(new Error('x').stack.split('\n').length); }
main();
