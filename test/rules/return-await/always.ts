// options: {"policy":"always"}
declare function load(): Promise<string>;
declare const isOpen: boolean;

export const short = async () => load();
//                               ^^^^^^ error: This promise is returned without `await`: when it rejects, the stack trace does not show this function.
export const choice = async () => (isOpen ? load() : load() || load());
//                                          ^^^^^^ error: This promise is returned without `await`: when it rejects, the stack trace does not show this function.
//                                                   ^^^^^^ error: This condition is a promise, which is always true, whatever it resolves to.
//                                                   ^^^^^^^^^^^^^^^^ error: This promise is returned without `await`: when it rejects, the stack trace does not show this function.
export const awaited = async () => await load();
export const sync = () => load();

export async function nothing(): Promise<number> {
  return await 1;
  //     ^^^^^^^ warn: This `await` waits for nothing: `1` is no promise.
}
