async function inner() { await null; console.log(new Error('here').stack); }
async function outer() { return [await inner()]; }
class C { static async m() { await outer(); } }
await C.m();
