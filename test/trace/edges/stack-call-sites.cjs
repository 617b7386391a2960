Error.prepareStackTrace = (error, sites) => sites.map(it => [it.getFunctionName(), it.getLineNumber(), it.isAsync()]);
async function main() { await null; return new Error('x').stack; }
main().then(console.log);
