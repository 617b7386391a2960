// What across-files.ts calls.
import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(name, 'utf8');

export default function readDefault(): string {
  return read('default');
}

export { read as readRenamed };

export const files = {
  first() {
    return read('first');
  },
  second: () => read('second'),
};

export class Files {
  static only() {
    return read('only');
  }
  third = () => read('third');
  readonly fourth = () => read('fourth');
}

export function either(name: string): string;
export function either(name: number): string;
export function either(name: string | number): string {
  return read(String(name));
}

export function lastOf<T>(items: readonly T[], name: (item: T) => string): string {
  return read(name(items.at(-1)!));
}

export async function readLater() {
  await Promise.resolve();
  return '';
}

export function* eachLine() {
  yield* read('lines').split('\n');
}
