async function main() { await null; } process.on('exit', () => { main(); throw new Error('at the very end'); });
main();
