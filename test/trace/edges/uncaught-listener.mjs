process.on('uncaughtException', (error, origin) => console.log(origin, error.message));
async function main() { throw new Error('caught'); }
main();
