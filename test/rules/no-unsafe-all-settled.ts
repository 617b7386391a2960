// Letters are sent to everybody; some do not arrive.
declare function send(name: string): Promise<string>;
declare const names: readonly string[];
declare function isFulfilled(result: PromiseSettledResult<string>): boolean;

export async function replies(): Promise<string[]> {
  const results = await Promise.allSettled(names.map(send));
  return results.map(result => (result as PromiseFulfilledResult<string>).value);
  //                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: Nobody has looked how this promise was settled: of a rejected one the value is `undefined`, and its error goes unseen.
}

export async function inABlock(): Promise<void> {
  const results = await Promise.allSettled(names.map(send));
  for (const result of results) {
    const { length } = (result as PromiseFulfilledResult<string>).value;
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: Nobody has looked how this promise was settled: of a rejected one the value is `undefined`, and its error goes unseen.
    console.log(length);
  }
  console.log((results[0] as any).value, results.map(result => (<PromiseRejectedResult>result).reason));
  //           ^^^^^^^^^^^^^^^^^ warn: Nobody has looked how this promise was settled: of a rejected one the value is `undefined`, and its error goes unseen.
  //                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: Nobody has looked how this promise was settled: of a fulfilled one the reason is `undefined`.
}

export async function asAWhole(): Promise<string[]> {
  const results = (await Promise.allSettled(names.map(send))) as PromiseFulfilledResult<string>[];
  //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warn: Nobody has looked how this promise was settled: of a rejected one the value is `undefined`, and its error goes unseen.
  return results.map(result => result.value);
}

export async function filtered(): Promise<string[]> {
  const results = await Promise.allSettled(names.map(send));
  return results
    .filter(result => result.status === 'fulfilled')
    .map(result => (result as PromiseFulfilledResult<string>).value);
}

export async function byAFunction(): Promise<string[]> {
  const results = await Promise.allSettled(names.map(send));
  return results.filter(isFulfilled).map(result => (result as PromiseFulfilledResult<string>).value);
}

export async function narrowed(): Promise<string[]> {
  const results = await Promise.allSettled(names.map(send));
  const sent = results.filter((result): result is PromiseFulfilledResult<string> => result.status === 'fulfilled');
  return sent.map(result => result.value);
}

export async function destructured(): Promise<unknown[]> {
  const results = await Promise.allSettled(names.map(send));
  return results.map(({ status, ...outcome }) => (status === 'fulfilled' ? outcome : undefined));
}

export function fulfilledBefore(result: PromiseFulfilledResult<unknown>): string {
  return (result as PromiseFulfilledResult<string>).value;
}

export const other = (names as any).value;
