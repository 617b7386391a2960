// A shop prints the receipt when the order is in the ledger. Or so it believes.
import { Ledger, type Order } from './ledger.ts';

async function sellInHaste(ledger: Ledger, order: Order): Promise<string> {
  ledger.save(order);
  return `receipt for ${order.item}, ledger has ${ledger.orders.length} orders`;
}

async function sellWithCare(ledger: Ledger, order: Order): Promise<string> {
  await ledger.save(order);
  return `receipt for ${order.item}, ledger has ${ledger.orders.length} orders`;
}

process.on('unhandledRejection', error => console.log(`lost:   ${String(error)}`));

const lamp = { item: 'lamp', price: 40 };
const gift = { item: 'gift', price: 0 };
console.log(`haste:  ${await sellInHaste(new Ledger(), lamp)}`);
console.log(`care:   ${await sellWithCare(new Ledger(), lamp)}`);

console.log(`haste:  ${await sellInHaste(new Ledger(), gift)}`);
try {
  console.log(`care:   ${await sellWithCare(new Ledger(), gift)}`);
} catch (error) {
  console.log(`care:   no receipt, ${String(error)}`);
}
