process.on('unhandledRejection', (reason, promise) => console.log(reason.message, promise instanceof Promise));
async function main() { throw new Error('caught'); }
main();
