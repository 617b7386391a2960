// Awaits of what is there already: nothing but the price of an await.
async function main() {
  for (let i = 0; i < 1_000_000; i++) await i;
}
require('./measured.cjs')(main);
