// options: {"lenient":false}
interface Plugin {
  stop(): void;
}

declare const mixed: (number | Promise<number>)[];
declare function open(): Promise<void>;

export async function hooks<T>(plugin: Plugin, maybe: T | undefined): Promise<void> {
  await plugin.stop();
  //^^^^^^^^^^^^^^^^^ error: This `await` waits for nothing: `void` is no promise.
  await maybe;
  //^^^^^^^^^ error: This `await` waits for nothing: `T | undefined` is no promise.
  await null;
  //^^^^^^^^ error: This `await` waits for nothing: `null` is no promise.
  await Promise.all([open(), undefined]);
  //                         ^^^^^^^^^ error: `Promise.all` waits for nothing here: `undefined` is no promise.
  await Promise.all(mixed);
  //                ^^^^^ error: `Promise.all` gets promises and other values mixed.
  for await (const each of mixed) console.log(each);
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: This `for await` takes the promises of a synchronous iterable one by one: one that rejects before its turn is unhandled.
}

export async function disposed(): Promise<void> {
  await using file = { [Symbol.dispose]() {} };
  //                 ^^^^^^^^^^^^^^^^^^^^^^^^^ error: This `await using` waits for nothing: the value has no `Symbol.asyncDispose`.
  await using one = { [Symbol.dispose]() {} },
  //                ^^^^^^^^^^^^^^^^^^^^^^^^^ error: This `await using` waits for nothing: the value has no `Symbol.asyncDispose`.
    two = { async [Symbol.asyncDispose]() {} };
  console.log(file, one, two);
}
