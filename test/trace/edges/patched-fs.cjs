// Tests put fakes in the place of Node's functions, and count their calls.
const fs = require('node:fs');
const calls = [];
for (const name of ['openSync', 'writeSync', 'readFileSync', 'existsSync', 'statSync', 'writeFileSync', 'rmSync', 'renameSync']) {
  fs[name] = () => { calls.push(name); throw new Error(`${name} was called`); };
}
async function main() {
  for (let i = 0; i < 20_000; i++) await i;
  await new Promise(resolve => setTimeout(resolve, 250));
}
main().then(() => console.log(calls));
process.on('exit', () => console.log(calls));
