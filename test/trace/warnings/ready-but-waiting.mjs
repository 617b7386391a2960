// thresholds: ready-but-waiting=200
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

function work(ms) {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

async function count() {
  work(400);
}

async function customer(arrived) {
  await arrived;
  return 'served';
}

async function clerk() {
  const { promise, resolve } = Promise.withResolvers();
  const served = customer(promise);
  resolve();
  await count();
  return served;
}

/** A turn of the loop lets others go on. */
async function clerkWhoLooksUp() {
  const { promise, resolve } = Promise.withResolvers();
  const served = customer(promise);
  resolve();
  await nextTurn();
  await count();
  return served;
}

await clerk();
await wait(1);
await clerkWhoLooksUp();
// 14:3 info ready-but-waiting: `customer` could go on after `arrived`, but waited … ms until `count` let it.
//   14:3 `customer` is ready
//   9:1 `count` runs meanwhile
