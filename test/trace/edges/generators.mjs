async function* numbers() { try { const x = yield 1; console.log('got', x); yield* [2, 3]; return 4; } finally { console.log('end'); } }
const it = numbers();
console.log(await it.next(), await it.next('sent'), await it.return('early'), await it.next());
for await (const n of numbers()) if (n === 3) break;
try { for await (const n of { [Symbol.asyncIterator]: () => ({ next: () => 5 }) }) console.log(n); } catch (e) { console.log(e.name); }
try { for await (const n of null) console.log(n); } catch (e) { console.log(e.name); }
