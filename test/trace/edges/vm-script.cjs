// Scripts with names of files, in this context and in another one.
const vm = require('node:vm');
const filename = __filename.replace('vm-script', 'generated');
const script = new vm.Script('(async x => { await x; return [x, new Error("in script").stack.split("\\n")[1].replace(/.*\\//, "")]; })', { filename });
console.log(script instanceof vm.Script, vm.Script.name, vm.Script.length, Object.keys(script), script.constructor === vm.Script);
class Own extends vm.Script { own() { return 'own'; } }
console.log(new Own('1').own(), new Own('1').runInThisContext());
const context = vm.createContext({ seen: [] });
async function main() {
  console.log(await script.runInThisContext()(1));
  console.log(await script.runInContext(context)(2), Object.keys(context), Object.keys(vm.runInContext('globalThis', context)));
  console.log(await script.runInNewContext({})(3));
  console.log(await vm.runInThisContext('(async () => { await 4; return 4; })', filename)());
  console.log(script.runInThisContext().toString());
  try { new vm.Script('async (', { filename }); } catch (error) { console.log(error.name, error.stack.split('\n').slice(0, 3)); }
}
main();
