// A child that says what it has found.
const { fork } = require('node:child_process');
if (process.send) {
  console.log(process.send.length, process.send.name, Object.keys(process).includes('send'));
  const work = async () => { await null; return 'found'; };
  work().then(found => process.send(found));
} else {
  const child = fork(__filename);
  const said = [];
  child.on('message', found => { said.push(found); child.disconnect(); });
  child.on('exit', code => console.log(said, code));
}
