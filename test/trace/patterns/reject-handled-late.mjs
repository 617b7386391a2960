process.on('unhandledRejection', () => {});
process.removeAllListeners('warning');
async function main() {
  throw new Error('no');
}
const promise = main();
setTimeout(() => promise.catch(() => {}), 5);
// main: by program (rejected)
