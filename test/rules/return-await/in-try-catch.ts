// options: {"policy":"in-try-catch","lenient":false,"nonAsync":false}
declare function load(): Promise<string>;
declare function lazy(): { then(done: (value: string) => void): void };
declare function size(): number;
declare const isOpen: boolean;

export const short = async () => await load();
//                               ^^^^^^^^^^^^ error: This `await` is not needed: the caller gets the same promise without it.
export const object = async () => await { isOpen };
//                                ^^^^^^^^^^^^^^^^ warn: This `await` waits for nothing: `{ isOpen: boolean; }` is no promise.
//                                ^^^^^^^^^^^^^^^^ error: This `await` waits for nothing: the value is no promise.
export const plain = async () => (isOpen ? await size() : await lazy());
//                                         ^^^^^^^^^^^^ warn: This `await` waits for nothing: `number` is no promise.
//                                         ^^^^^^^^^^^^ error: This `await` waits for nothing: the value is no promise.
//                                                        ^^^^^^^^^^^^ error: This `await` is not needed: the caller gets the same promise without it.

export async function guarded(): Promise<string> {
  try {
    return load().catch(() => '');
    //     ^^^^^^^^^^^^^^^^^^^^^^ error: This promise leaves the `try` before it settles: when it rejects, `catch` does not run.
  } catch {
    return await load();
    //     ^^^^^^^^^^^^ error: This `await` is not needed: the caller gets the same promise without it.
  }
}

export function sync(): Promise<string> {
  try {
    return load();
  } finally {
    size();
  }
}
