async function main(a) { arguments[0] = 2; undeclared = a; return [a, this === globalThis, undeclared]; }
main(1).then(console.log);
