import assert from 'node:assert/strict';
import { plainJavaScript } from '../../server/lint/package-code/plain-javascript.ts';

/** What the checker is given for a text, without blanks at the ends of lines; each line has to be where it was. */
function written(text: string): readonly string[] {
  const plain = plainJavaScript(text);
  assert.equal(plain.length, text.length);
  const lines = (of: string) => of.split('\n').map(line => line.length);
  assert.deepEqual(lines(plain), lines(text));
  return plain.split('\n').map(line => line.replace(/ +(;?) *$/, '$1'));
}

describe('JavaScript that compilers wrote', () => {
  it('loads modules without what stands around `require`', () => {
    assert.deepEqual(written("const a_1 = __importDefault(require('./a'));\na_1.default();"), [
      "const a_1 = require('./a');",
      'a_1.default();',
    ]);
    assert.deepEqual(written('const fs = tslib_1.__importStar(require("fs"));'), ['const fs = require("fs");']);
  });

  it("loads Node's modules with the default that they have for their importers", () => {
    assert.deepEqual(written('var fs = __toESM(require("fs"));\nfs.default.readFileSync("a");'), [
      'var fs ={default:require("fs")};',
      'fs.default.readFileSync("a");',
    ]);
  });

  it('exports what a bundle of esbuild says in code that never runs', () => {
    const text = 'module.exports = __toCommonJS(src_exports);\n0 && (module.exports = {\n  load,\n  save\n});\n';
    assert.deepEqual(written(text), ['', '      module.exports = {', '  load,', '  save', '};', '']);
  });

  it('exports all of a module again where all other exports can be written that way, too', () => {
    const barrel = 'exports.own = void 0;\n__exportStar(require("./a"), exports);\nexports.own = own;';
    assert.deepEqual(written(barrel), ['', 'export * from "./a";', 'export{own};']);
    const mixed = '__exportStar(require("./a"), exports);\nexports.version = "1";';
    assert.deepEqual(written(mixed), mixed.split('\n'));
  });

  it('is left as it is where there is no room for more', () => {
    const passingOn = (from: string): string =>
      [
        `var a_1 = require("${from}");`,
        '__exportStar(require("./b"), exports);',
        'Object.defineProperty(exports, "a", { enumerable: true, get: function () { return a_1.a; } });',
      ].join('\n');
    assert.equal(written(passingOn('./a'))[2], 'export { a as a } from "./a";');
    const far = passingOn(`./${'far/'.repeat(30)}a`);
    assert.deepEqual(written(far), far.split('\n'));
  });

  it('is not read where it is minified, or a bundle of everything', () => {
    assert.equal(plainJavaScript(`${'a();'.repeat(500)}\n`), '');
    assert.equal(plainJavaScript('call();\n'.repeat(200_000)), '');
  });
});
