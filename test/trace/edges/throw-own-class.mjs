class Mine extends Error {
  name = 'Mine';
  constructor(message) { super(message, { cause: new Error('why') }); this.code = 'E_MINE'; }
}
async function main() { await null; throw new Mine('own'); }
main().catch(error => console.log(error));
