var __awaiter = function (thisArg, args, P, generator) {
  const adopt = value => (value instanceof P ? value : new P(resolve => resolve(value)));
  return new (P || (P = Promise))((resolve, reject) => {
    const fulfilled = value => { try { step(generator.next(value)); } catch (e) { reject(e); } };
    const rejected = value => { try { step(generator.throw(value)); } catch (e) { reject(e); } };
    const step = result => (result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected));
    step((generator = generator.apply(thisArg, args || [])).next());
  });
};
function child() {
  return __awaiter(this, void 0, void 0, function* () {
    yield 1;
    throw new Error('no');
  });
}
function main() {
  return __awaiter(this, void 0, void 0, function* () {
    try {
      yield child();
    } catch {
      yield Promise.all([1, 2]);
    }
  });
}
main();
// main: by program (awaited by nobody)
//   19 → child
//   21 → [value, value]
// child: by main (rejected)
//   12 → value
