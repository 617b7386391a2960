// Making breakfast: an async function runs until its first await, then the caller goes on.
import { setTimeout as wait } from 'node:timers/promises';

async function boil(eggs: number): Promise<string> {
  console.log('  water on');
  await wait(50);
  console.log('  water boils');
  return `${eggs} boiled eggs`;
}

console.log('calling boil');
const breakfast = boil(2);
console.log('boil has returned a promise, the water is not hot yet');

console.log('laying the table');
console.log(`serving ${await breakfast}`);
