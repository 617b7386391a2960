// options: {"policy":"in-try-catch","lenient":false,"nonAsync":false}
declare function load(): Promise<string>;
declare function lazy(): { then(done: (value: string) => void): void };
declare function size(): number;
declare const isOpen: boolean;

export const short = async () => load();
export const object = async () => await { isOpen };
export const plain = async () => (isOpen ? size() : await lazy());

export async function guarded(): Promise<string> {
  try {
    return load().catch(() => '');
  } catch {
    return load();
  }
}

export function sync(): Promise<string> {
  try {
    return load();
  } finally {
    size();
  }
}
