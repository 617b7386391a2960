// thresholds: event-loop-block=300
import { pbkdf2, pbkdf2Sync } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Keeps the file from being read while the program starts. */
await nextTurn();

function hashOf(password, rounds) {
  return pbkdf2Sync(password, 'salt', rounds, 64, 'sha512');
}

async function verify(password) {
  return hashOf(password, 2_500_000);
}

async function verifyInBackground(password) {
  return promisify(pbkdf2)(password, 'salt', 2_500_000, 64, 'sha512');
}

async function quick(password) {
  return hashOf(password, 10);
}

for (const work of [verify, verifyInBackground, quick]) {
  await nextTurn();
  await work('secret');
}
// 10:10 warn event-loop-block: `hashOf` kept the event loop from everything else for … ms, by synchronous cryptography: no request was answered, no timer went off. Call `crypto.pbkdf2` in place of `crypto.pbkdf2Sync`: it lets others run.
//   10:10 `hashOf`
//   14:10 `verify`
//   27:9 code outside of functions
//   13:1 in the task `verify`
