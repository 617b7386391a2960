// `npm start`: the samples in a real VS Code, with the extension of this folder in it.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { startServer } from './vscode/server.ts';

const server = await startServer();
const address = server.address({ folder: resolve('samples'), extension: resolve('.') });
console.log(`\nVS Code with Asynclens is running at\n\n  ${address}\n\nPress Ctrl+C to end it.`);
openBrowser(address);

// A terminal and npm may both pass the signal on: the second one must not cut the first one's work short.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.stop());
await server.ended;

/** Opens the user's browser. A machine without one is no error: the address is printed. */
function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === 'darwin' ? ['open', url]
    : process.platform === 'win32' ? ['cmd', '/c', 'start', '""', url.replaceAll('&', '^&')]
    : ['xdg-open', url];
  spawn(command!, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
