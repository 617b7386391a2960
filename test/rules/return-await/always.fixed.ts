// options: {"policy":"always"}
declare function load(): Promise<string>;
declare const isOpen: boolean;

export const short = async () => await load();
export const choice = async () => (isOpen ? await load() : await (load() || load()));
export const awaited = async () => await load();
export const sync = () => load();

export async function nothing(): Promise<number> {
  return 1;
}
