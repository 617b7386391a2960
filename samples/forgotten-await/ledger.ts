// A ledger that needs a moment to write, as databases do.
import { setTimeout as wait } from 'node:timers/promises';

export interface Order {
  readonly item: string;
  readonly price: number;
}

export class Ledger {
  readonly orders: Order[] = [];

  async save(order: Order): Promise<void> {
    await wait(20);
    if (order.price <= 0) throw new Error(`${order.item} has no price`);
    this.orders.push(order);
  }
}
