process.on('unhandledRejection', () => {});
async function main() {
  throw new Error('no');
}
main();
// main: by program (rejected, awaited by nobody, unhandled)
