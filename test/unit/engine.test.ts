import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { kill } from 'node:process';
import { CompilerUnavailable, Engine } from '../../server/engine/engine.ts';
import type { Program } from '../../server/engine/program.ts';
import { ask } from '../../server/engine/questions.ts';
import { isVariableDeclaration, SyntaxKind, type Node } from '../../server/syntax/ast.ts';
import { Folder } from '../lsp/folder.ts';

interface Started {
  readonly pid: number;
  readonly reason: string | undefined;
}

describe('the engine', () => {
  let folder: Folder;
  let engine: Engine;
  let started: Started[];
  let logged: string[];

  function open(files: Record<string, string>): void {
    folder = new Folder(files);
    started = [];
    logged = [];
    engine = new Engine(folder.path, 'run', {
      checkpoint: () => undefined,
      log: line => logged.push(line),
      started: (pid, reason) => started.push({ pid, reason }),
    });
  }

  afterEach(() => {
    engine.dispose();
    folder.remove();
  });

  const at = (name: string): string => `${folder.path}/${name}`;

  /** Does something with the program that holds a file. */
  function inProgramOf<T>(name: string, work: (program: Program) => T): T {
    const file = at(name);
    const tsconfig = engine.locate([file]).get(file);
    return engine.use(now => work((tsconfig ? now.programOf(tsconfig) : now.programOfLoose(file))!));
  }

  /** The type of each variable in a file, as TypeScript prints it. */
  function variables(name: string): Record<string, string> {
    return inProgramOf(name, program => {
      const source = program.sourceFile(at(name))!;
      const nodes = program.nodes(source, new Set<number>([SyntaxKind.VariableDeclaration]));
      const texts = program.run(nodes.map(node => textOfType(node)));
      return Object.fromEntries(
        nodes.map((node, i) => [isVariableDeclaration(node) ? node.name.getText() : '', texts[i]!]),
      );
    });
  }

  function* textOfType(node: Node) {
    const type = yield* ask('typeAt', node);
    return type ? yield* ask('typeText', type) : 'nothing';
  }

  it('answers questions about a file in its project', () => {
    open({ 'a.ts': "import { b } from './b.ts';\nlet two = b();", 'b.ts': 'export const b = () => 2;' });
    assert.deepEqual(variables('a.ts'), { two: 'number' });
  });

  it('sees an unsaved text, its edits, and the disk again', () => {
    open({ 'a.ts': 'let saved = 1;' });
    engine.setText(at('a.ts'), 'let unsaved = "text";');
    assert.deepEqual(variables('a.ts'), { unsaved: 'string' });
    engine.setText(at('a.ts'), 'let edited = true;');
    assert.deepEqual(variables('a.ts'), { edited: 'boolean' });
    engine.setText(at('a.ts'), undefined);
    assert.deepEqual(variables('a.ts'), { saved: 'number' });
  });

  it('sees an edit in another file', () => {
    open({ 'a.ts': "import { b } from './b.ts';\nlet got = b();", 'b.ts': 'export const b = () => 2;' });
    assert.deepEqual(variables('a.ts'), { got: 'number' });
    engine.setText(at('b.ts'), 'export const b = async () => 2;');
    assert.deepEqual(variables('a.ts'), { got: 'Promise<number>' });
  });

  it('reads other texts for the length of one call only', () => {
    open({ 'a.ts': 'let now = 1;' });
    assert.deepEqual(variables('a.ts'), { now: 'number' });
    engine.useWith(new Map([[at('a.ts'), 'let then = "x";']]), () => {
      assert.deepEqual(variables('a.ts'), { then: 'string' });
    });
    assert.deepEqual(variables('a.ts'), { now: 'number' });
    engine.setText(at('a.ts'), 'let later = [1];');
    assert.deepEqual(variables('a.ts'), { later: 'number[]' });
  });

  for (const [what, name, text] of [
    ['a TypeScript file without a project', 'loose.ts', 'let one = 1;'],
    ['a JavaScript file without a project', 'loose.js', 'let one = 1;'],
  ] as const) {
    it(`reads ${what}, and its edits`, () => {
      open({ 'tsconfig.json': '{ "files": [] }', [name]: text });
      assert.deepEqual(variables(name), { one: 'number' });
      engine.setText(at(name), 'let two = [];');
      assert.ok('two' in variables(name));
      engine.setText(at(name), 'let three = "3";');
      assert.deepEqual(variables(name), { three: 'string' });
    });
  }

  it('reads a file that exists only in the editor', () => {
    open({});
    engine.setText(at('untitled-1.ts'), 'let one = 1;');
    assert.deepEqual(variables('untitled-1.ts'), { one: 'number' });
  });

  it('finds the referenced project that a file belongs to', () => {
    open({
      'tsconfig.json': '{ "files": [], "references": [{ "path": "app" }, { "path": "lib" }] }',
      'app/tsconfig.json':
        '{ "compilerOptions": { "strict": true }, "include": ["*.ts"], "references": [{ "path": "../lib" }] }',
      'app/a.ts': "import { b } from '../lib/b';\nlet c = b();",
      'lib/tsconfig.json': '{ "compilerOptions": { "composite": true }, "include": ["*.ts"] }',
      'lib/b.ts': 'export const b = (): Promise<string> => Promise.resolve("");',
    });
    assert.equal(engine.locate([at('app/a.ts')]).get(at('app/a.ts')), at('app/tsconfig.json'));
    assert.deepEqual(variables('app/a.ts'), { c: 'Promise<string>' });
  });

  it('resolves imports in projects with options that TypeScript 7 removed', () => {
    open({
      'tsconfig.json':
        '{ "compilerOptions": { "target": "ES5", "module": "commonjs", "moduleResolution": "node10", "baseUrl": "src",' +
        ' "paths": { "@/*": ["./deep/*"] }, "lib": ["es2020"], "types": [] } }',
      'src/a.ts': "import { b } from 'deep/b';\nimport { c } from '@/c';\nlet d = b();\nlet e = c;",
      'src/deep/b.ts': 'export const b = () => 2;',
      'src/deep/c.ts': 'export let c = "text";',
    });
    assert.deepEqual(variables('src/a.ts'), { d: 'number', e: 'string' });
  });

  it('starts a killed compiler again, with unsaved texts and open projects', () => {
    open({ 'a.ts': 'let saved = 1;' });
    engine.setText(at('a.ts'), 'let unsaved = 1;');
    variables('a.ts');
    kill(started[0]!.pid, 'SIGKILL');
    engine.setText(at('other.ts'), '');
    assert.deepEqual(variables('a.ts'), { unsaved: 'number' });
    assert.equal(started.length, 2);
    assert.match(started[1]!.reason!, /EOF|EPIPE|EBADF/);
  });

  it('gives up on a compiler that dies again and again, and says what to do', () => {
    open({ 'a.ts': 'let a = 1;' });
    const dieAlways = () => {
      engine.use(() => {
        kill(started.at(-1)!.pid, 'SIGKILL');
        engine.setText(at('a.ts'), `let a = ${started.length};`);
        return variables('a.ts');
      });
    };
    assert.throws(() => {
      for (let i = 0; i < 10; i++) dieAlways();
    }, (error: Error) => error instanceof CompilerUnavailable && /Restart Asynclens/.test(error.message));
  });

  it('answers also where the compiler reads files before it answers', () => {
    // The error in each call makes it look for the name under which `lib` can be imported.
    const calls = Array.from({ length: 201 }, (_, i) => `let call${i} = create({ links: [link()], wrong: ${i} });`);
    open({
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'esnext',
          moduleResolution: 'bundler',
          paths: { lib: ['./lib'], client: ['./client'] },
        },
      }),
      'package.json': '{ "dependencies": { "lib": "*", "client": "*" } }',
      'lib/package.json': '{ "name": "lib", "types": "index.ts" }',
      'lib/index.ts': 'interface Base<T> { base: T }\nexport type Any = Base<any> & { more: true };',
      'client/package.json': '{ "name": "client", "types": "index.ts" }',
      'client/index.ts': `
        import type { Any } from 'lib';
        type Link<T extends Any> = (x: T) => T;
        export declare function create<T extends Any>(options: { links: Link<T>[] }): Promise<T>;
        export declare function link<T extends Any>(): Link<T>;`,
      'a.ts': ["import { create, link } from 'client';", ...calls].join('\n'),
    });
    mkdirSync(at('node_modules'));
    for (const name of ['lib', 'client']) symlinkSync(at(name), at(`node_modules/${name}`), 'dir');
    assert.deepEqual(new Set(Object.values(variables('a.ts'))), new Set(['Promise<Any>']));
    assert.match(logged.join(), /one question at a time/);
    assert.equal(started.length, 2);
  });

  it('answers all other nodes when the compiler refuses one', () => {
    open({ 'a.ts': 'let a = 1;\nlet b = "b";' });
    inProgramOf('a.ts', program => {
      const source = program.sourceFile(at('a.ts'))!;
      const nodes = program.nodes(source, new Set<number>([SyntaxKind.VariableDeclaration]));
      const stranger = { index: 9999, kind: SyntaxKind.Identifier, sourceFile: source } as unknown as Node;
      const types = program.run([nodes[0]!, stranger, nodes[1]!].map(node => textOfType(node)));
      assert.deepEqual(types, ['number', 'nothing', 'string']);
      assert.match(logged.join(), /could not be resolved/);
    });
  });

  it('stops between requests when the work is no longer wanted', () => {
    open({ 'a.ts': 'let a = 1;' });
    const stopped = new Engine(folder.path, 'run', {
      checkpoint: () => {
        throw new Error('no longer wanted');
      },
      log: () => undefined,
      started: () => undefined,
    });
    try {
      const file = at('a.ts');
      const tsconfig = stopped.locate([file]).get(file)!;
      assert.throws(
        () =>
          stopped.use(snapshot => {
            const program = snapshot.programOf(tsconfig)!;
            const nodes = program.nodes(program.sourceFile(file)!, new Set<number>([SyntaxKind.VariableDeclaration]));
            program.run(nodes.map(node => ask('typeAt', node)));
          }),
        /no longer wanted/,
      );
    } finally {
      stopped.dispose();
    }
  });
});
