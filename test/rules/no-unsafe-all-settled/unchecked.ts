// options: {}
// @ts-nocheck TypeScript reports these itself where it looks.
declare function send(name: string): Promise<string>;

export async function replies(names: string[]): Promise<string[]> {
  const results = await Promise.allSettled(names.map(send));
  return results.map(result => result.value);
  //                           ^^^^^^^^^^^^ error: Nobody has looked how this promise was settled: of a rejected one the value is `undefined`, and its error goes unseen.
}

export async function first(names: string[]): Promise<string> {
  const [result] = await Promise.allSettled(names.map(send));
  return result.value;
  //     ^^^^^^^^^^^^ error: Nobody has looked how this promise was settled: of a rejected one the value is `undefined`, and its error goes unseen.
}

export async function checked(names: string[]): Promise<string[]> {
  const results = await Promise.allSettled(names.map(send));
  return results.map(result => (result.status === 'fulfilled' ? result.value : result.reason));
}

export async function outcomes(names: string[]): Promise<string[]> {
  const results = await Promise.allSettled(names.map(send));
  return results.map(result => result.value ?? String(result.reason));
}
