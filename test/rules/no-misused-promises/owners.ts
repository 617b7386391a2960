// options: { "checksVoidReturn": true }
// Properties and inherited methods, which `recommended` leaves alone.
interface Item {
  readonly id: number;
}

declare function ship(item: Item): Promise<void>;
declare function report(error: unknown): void;

export const listeners: { onOpen: () => void; onClose(): void; onShip: (item: Item) => void } = {
  onOpen: async () => {
  //^^^^^^^^^^^^^^^^^ error: The owner of this property ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
    await ship({ id: 1 });
  },
  async onClose() {
  //^^^^^^^^^^^ error: The owner of this property ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
    await ship({ id: 2 });
  },
  onShip: ship,
  //      ^^^^ error: The owner of this property ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
};

export function shorthand(onShip: (item: Item) => Promise<void>): { onShip: (item: Item) => void } {
  return { onShip };
  //       ^^^^^^ error: The owner of this property ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
}

class Shelf {
  clear(): void {
    report('cleared');
  }
}

export class RemoteShelf extends Shelf {
  override async clear(): Promise<void> {
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: `Shelf` ignores the promise that this method returns: nobody waits for it, and if it rejects, the error is lost.
    await ship({ id: 4 });
  }
}
