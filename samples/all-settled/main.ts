// Four invitations go out by post. One of the friends has moved.
import { setTimeout as wait } from 'node:timers/promises';

const FRIENDS = ['ada', 'ben', 'cleo', 'dan'];

async function invite(friend: string): Promise<string> {
  await wait(20);
  if (friend === 'ben') throw new Error('ben has moved');
  return `${friend} comes`;
}

/** The first refusal ends the wait, and the answers of all others are lost with it. */
async function anxiousHost(): Promise<string[]> {
  return Promise.all(FRIENDS.map(friend => invite(friend)));
}

/** Hears everybody, and takes it for granted that they come. */
async function carelessHost(): Promise<string[]> {
  const answers = await Promise.allSettled(FRIENDS.map(friend => invite(friend)));
  return answers.map(answer => (answer as PromiseFulfilledResult<string>).value);
}

/** Hears everybody, and reads what they say. */
async function goodHost(): Promise<string[]> {
  const answers = await Promise.allSettled(FRIENDS.map(friend => invite(friend)));
  return answers.map(answer => (answer.status === 'fulfilled' ? answer.value : `sadly, ${answer.reason.message}`));
}

for (const host of [anxiousHost, carelessHost, goodHost]) {
  console.log(`${host.name}:`);
  try {
    for (const answer of await host()) console.log(`  ${answer}`);
  } catch (error) {
    console.log(`  the party is off: ${String(error)}`);
  }
}
