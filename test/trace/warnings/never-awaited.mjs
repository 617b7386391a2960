import { setTimeout as wait } from 'node:timers/promises';

async function save(item) {
  await wait(10);
  return item;
}

async function sell(item) {
  save(item);
  await wait(1);
}

/** Whoever attaches a handler knows what it does. */
function inBackground(work) {
  work.catch(console.error);
}

async function sellWithCare(item) {
  const first = save(item);
  inBackground(save(item));
  await Promise.all([first, save(item)]);
  return save(item);
}

async function main() {
  await sell('lamp');
  await sell('chair');
  await sellWithCare('table');
  setTimeout(async () => wait(1), 5);
}

main();
// 9:3 warn never-awaited 2×: Nobody awaits `save`, which `sell` starts: it ran on by itself for … ms, and nobody would have heard of an error.
//   3:1 `save`
//   9:3 `sell` starts `save`
// 29:14 info never-awaited: Nobody awaits `callback of setTimeout`, which a callback of `main` starts: it ran on by itself for … ms, and nobody would have heard of an error.
//   29:14 `callback of setTimeout`
//   25:1 a callback of `main` starts `callback of setTimeout`
