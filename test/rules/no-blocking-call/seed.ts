// options: {}
// What fills a database, and ends.
import { readFileSync } from 'node:fs';

export async function seedOrders(insert: (order: string) => Promise<void>): Promise<void> {
  for (const order of readFileSync('orders.txt', 'utf8').split('\n')) await insert(order);
}
