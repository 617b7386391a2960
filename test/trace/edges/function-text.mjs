async function main(a, b = a) { await a; return b; }
const arrow = async x => await x;
class C { async m() { await 1; } }
console.log(String(main), `${arrow}`, C.toString(), Function.prototype.toString.call(new C().m), main.length, main.name, arrow.length);
console.log(Function.prototype.toString.toString(), Function.prototype.toString.name, Function.prototype.toString.length);
