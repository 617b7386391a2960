const load = async n => n + (await 1);
const main = async () => load(1);
main();
// main: by program (awaited by nobody)
// load: by main
//   1 → value
