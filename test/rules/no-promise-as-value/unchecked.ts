// options: {}
// @ts-nocheck TypeScript reports these itself where it looks.
declare function count(): Promise<number>;
declare function name(): Promise<string>;
declare const cards: Record<string, string>;

export function calculate(n: number, other: Promise<number>, anything: any): unknown[] {
  return [
    count() + 1,
    //^^^^^ error: This promise becomes the text `[object Promise]`, since its value is not there yet.
    count() * 2,
    //^^^^^ error: A promise is not a number: this calculates with `NaN`.
    -count(),
     //^^^^^ error: A promise is not a number: this calculates with `NaN`.
    count() > n,
    //^^^^^ error: A promise is not a number: this calculates with `NaN`.
    count() === n,
    //^^^^^ error: A promise never equals a text, a number or a boolean.
    count() === other,
    count() === anything,
    cards[name()],
    //    ^^^^^^ error: This promise becomes the key `[object Promise]`.
    { [name()]: 1 },
    // ^^^^^^ error: This promise becomes the key `[object Promise]`.
    cards[anything],
  ];
}

export function choose(): string {
  switch (name()) {
  //      ^^^^^^ error: A `switch` compares this promise itself, not its value.
    case 'Ann':
      return 'her';
    default:
      return 'them';
  }
}

export async function awaited(n: number): Promise<unknown[]> {
  return [(await count()) + 1, (await count()) === n, cards[await name()]];
}
