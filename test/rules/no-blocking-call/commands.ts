// options: {}
// What a command line runs: nothing else waits meanwhile, unless it goes on to serve others.
import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const read = () => readFileSync('settings', 'utf8');

new Command('show').action(async () => {
  console.log(read());
});

new Command('serve').action(async () => {
  createServer(async (_, response) => {
  //           ^^^^^^^^^^^^^^^^^^^^^^ error: `createServer` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
    response.end(read());
    //           ^^^^ error: `read` reads a file synchronously, by `readFileSync`; no other request is answered meanwhile.
  });
});

export const jobs = [
  async () => {
    read();
    //^^ error: `read` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  },
];
