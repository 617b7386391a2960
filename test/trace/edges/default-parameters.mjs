async function main(a = boom(), { b = 2 } = {}) { return [a, b]; }
function boom() { throw new Error('default'); }
await main().catch(error => console.log(error.message));
console.log(await main(1), await main(1, { b: 3 }), main.length);
