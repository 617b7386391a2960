/** A program in TypeScript that no line of is where its JavaScript has it. */

export const SOURCE = `interface Item {
  readonly id: number;
}

async function load<T extends Item>(item: T): Promise<T> {
  await null;
  return item;
}

enum Kind { A, B }

class Store {
  constructor(
    private readonly items: readonly Item[],
  ) {}
  async all(): Promise<Item[]> {
    return await Promise.all(this.items.map(async (it: Item): Promise<Item> =>
      await load(it)));
  }
}

void new Store([{ id: Kind.B }]).all();
`;

/** The same without what Node's type stripping does not know. */
export const STRIPPABLE = SOURCE.replace('enum Kind { A, B }', 'const Kind = { A: 0, B: 1 };')
  .replace('private readonly items', 'items')
  .replace(') {}', ') { this.items = items; } items: readonly Item[];');

export const TEST = `import './app';
declare function it(name: string, run: () => Promise<void>): void;
it('works', async () => { await null; });
`;

/** Lines and columns from 1 on. */
export const EXPECTED = [
  '5:1 function',
  '6:3 await',
  '16:3 function',
  '17:12 await',
  '17:45 function',
  '18:7 await',
] as const;
