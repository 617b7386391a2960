async function main() { await null; } setTimeout(() => { main(); throw 'only a text, größer als €'; });
