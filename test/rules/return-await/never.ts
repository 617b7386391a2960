// options: {"policy":"never"}
declare function load(): Promise<string>;

export async function guarded(): Promise<string> {
  try {
    return await load();
    //     ^^^^^^^^^^^^ error: This `await` is against the policy `never`: promises are to be returned as they are.
  } catch {
    return await // for later
    //     ^^^^^^^^^^^^^^^^^^... error: This `await` is not needed: the caller gets the same promise without it.
    load();
  }
}
