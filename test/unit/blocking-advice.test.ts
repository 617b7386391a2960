import assert from 'node:assert/strict';
import { openedWorkspace } from './opened-workspace.ts';

const LIBRARIES = `
declare module 'node:fs' { export function readFileSync(file: string): string }
declare module 'node:child_process' { export function execSync(command: string): void; export function spawnSync(file: string): void }
declare module 'node:http' { export function createServer(answer: () => void): void }
`;

describe('what is said to do about a call that blocks', () => {
  const opened = openedWorkspace({ 'libraries.d.ts': LIBRARIES, 'a.ts': '' }, 'strict');

  /** What follows the first sentence of the only finding of the rule. */
  function advice(text: string): string {
    const { folder, workspace } = opened();
    const file = `${folder.path}/a.ts`;
    const imports =
      "import { readFileSync } from 'node:fs';\nimport { execSync, spawnSync } from 'node:child_process';\nimport { createServer } from 'node:http';\n";
    workspace.setDocument(file, imports + text);
    const [report] = [...workspace.lint([file], 'none')];
    const [finding, ...others] = report!.findings.filter(({ rule }) => rule === 'no-blocking-call');
    assert.deepEqual(others, []);
    return finding!.message.slice(finding!.message.indexOf('meanwhile. ') + 'meanwhile. '.length);
  }

  const READ = "const read = () => readFileSync('a');\n";

  it('names the function to call instead, and how', () => {
    assert.equal(
      advice("export async function f() { return readFileSync('a'); }"),
      'Use `readFile` of `node:fs/promises`, and await it.',
    );
    assert.equal(
      advice("export async function f() { execSync('ls'); }"),
      'Use `promisify(exec)` of `node:child_process`, and await it.',
    );
  });

  it('says what to do where no function takes its place', () => {
    assert.match(
      advice("export async function f() { spawnSync('ls'); }"),
      /^Use `spawn` .* await its `close` event\.$/,
    );
  });

  it('asks for the functions on the way to be async', () => {
    assert.equal(
      advice(`${READ}export async function f() { return read(); }`),
      'Use `readFile` of `node:fs/promises` there, and make the functions on the way async.',
    );
  });

  it('asks for nothing to be async where no function takes its place', () => {
    assert.match(
      advice("const run = () => spawnSync('ls');\nexport async function f() { run(); }"),
      /^Use `spawn` .* event\.$/,
    );
  });

  it('names what cannot wait', () => {
    assert.equal(
      advice(
        `${READ}class A { get size() { return read().length; } }\nexport async function f(a: A) { return a.size; }`,
      ),
      'Use `readFile` of `node:fs/promises` there, and make the functions on the way async. In the way is a getter, which cannot wait.',
    );
    assert.match(
      advice(`${READ}export async function f(names: string[]) { return names.map(() => read()); }`),
      / In the way is a callback of `map`, which cannot wait\.$/,
    );
  });

  it('names a type that expects a value at once', () => {
    assert.match(
      advice(
        `${READ}interface Source { text(): string }\nclass A implements Source { text() { return read(); } }\n` +
          'export async function f(a: A) { return a.text(); }',
      ),
      / In the way is `A\.text`, whose value is expected at once by `Source`\.$/,
    );
  });

  it('names who would not wait for a promise', () => {
    assert.equal(
      advice("createServer(() => { readFileSync('a'); });"),
      'Use `readFile` of `node:fs/promises`, and await it. ' +
        'In the way is a callback of `createServer`, whose promise nobody would wait for.',
    );
  });
});
