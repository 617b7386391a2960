// options: { "cheap": true }
// What answers requests: there, all who ask wait.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';

createServer((request, response) => {
  if (!existsSync('page.html')) response.statusCode = 404;
  //   ^^^^^^^^^^ error: `existsSync` looks for a file synchronously; no other request is answered meanwhile.
  response.end(readFileSync('page.html'));
  //           ^^^^^^^^^^^^ error: `readFileSync` reads a file synchronously; no other request is answered meanwhile.
});

function answer(): string {
  return String(statSync('page.html').size);
}
createServer(answer);
//           ^^^^^^ error: `answer` looks at a file synchronously, by `statSync`; no other request is answered meanwhile.

createServer(async () => {
//           ^^^^^^^^^^^ error: `createServer` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  answer();
  //^^^^ error: `answer` looks at a file synchronously, by `statSync`; no other request is answered meanwhile.
});

export const later = () => setTimeout(() => answer(), 10);
