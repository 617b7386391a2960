async function main() { console.log(typeof f, typeof v); { function g() {} } function f() {} var v = 1; return typeof g; }
main().then(console.log);
