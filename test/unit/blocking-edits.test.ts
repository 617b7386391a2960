/** What is known of calls goes from one version of a program to the next: edits anywhere have to be seen. */

import assert from 'node:assert/strict';
import type { Workspace } from '../../server/lint/api.ts';
import { createWorkspace } from '../../server/lint/workspace.ts';
import { Folder } from '../lsp/folder.ts';
import { hostWith } from './workspace-host.ts';

const FILES = {
  'node.d.ts': "declare module 'node:fs' { export function readFileSync(path: string, encoding: string): string; }",
  'leaf.ts': `
    import { readFileSync } from 'node:fs';
    export class Disk { read() { return readFileSync('a', 'utf8'); } }
    export class Cache { read() { return 'a'; } }`,
  'store.ts': `
    import { Cache, Disk } from './leaf';
    export const memory = new Cache();
    export function open() { return new Disk(); }`,
  'load.ts': `
    import { open } from './store';
    export function load() { return open().read(); }
    export function later(what: () => void) { setTimeout(what, 1); }`,
  'main.ts': `
    import { load } from './load';
    export async function main() { return load(); }`,
  'source.ts': `
    import { readFileSync } from 'node:fs';
    export interface Source { text(): string }
    export class FileSource implements Source { text() { return readFileSync('a', 'utf8'); } }
    export async function show(source: Source) { return source.text(); }`,
  'field.ts': `
    import { readFileSync } from 'node:fs';
    const read = () => readFileSync('a', 'utf8');
    export class Field { load = read; }
    export async function show(field: Field) { return field.load(); }`,
  'other.ts': `
    import { Field } from './field';
    import { FileSource } from './source';
    export const field = new Field();
    export function other(): FileSource { return new FileSource(); }`,
};

describe('blocking calls after an edit', () => {
  let folder: Folder;
  let workspace: Workspace;

  beforeEach(() => {
    folder = new Folder(FILES);
    workspace = createWorkspace(hostWith(), { cwd: folder.path, lifetime: 'session' });
    assert.equal(findings(), 1);
  });

  afterEach(() => {
    workspace.dispose();
    folder.remove();
  });

  const findings = (name: keyof typeof FILES = 'main.ts'): number =>
    [...workspace.lint([`${folder.path}/${name}`], 'none')].flatMap(report => report.findings).length;

  function edit(name: keyof typeof FILES, from: string, to: string): void {
    assert(FILES[name].includes(from));
    workspace.setDocument(`${folder.path}/${name}`, FILES[name].replace(from, to));
  }

  it('are gone when the function that blocked does no longer', () => {
    edit('leaf.ts', "readFileSync('a', 'utf8')", "'a'");
    assert.equal(findings(), 0);
  });

  it('are there again when that is undone', () => {
    edit('leaf.ts', "readFileSync('a', 'utf8')", "'a'");
    assert.equal(findings(), 0);
    workspace.closeDocument(`${folder.path}/leaf.ts`);
    assert.equal(findings(), 1);
  });

  it('are gone when a function in between returns something else, whose type nobody wrote', () => {
    edit('store.ts', 'return new Disk()', 'return memory');
    assert.equal(findings(), 0);
  });

  it('stay when such a function does something else, but returns the same', () => {
    edit('store.ts', 'return new Disk()', 'const disk = new Disk(); return disk');
    assert.equal(findings(), 1);
    edit('store.ts', 'return new Disk()', 'const disk = new Disk(); return memory');
    assert.equal(findings(), 0);
  });

  it('come and go where the edit is made', () => {
    edit('load.ts', 'open().read()', "'a'");
    assert.equal(findings(), 0);
    edit('load.ts', 'open().read()', '[open()].map(disk => disk.read())');
    assert.equal(findings(), 1);
    edit('load.ts', 'open().read()', 'later(() => open().read())');
    assert.equal(findings(), 0);
  });

  it('are gone while a class in some function has a method that does not block and may run in the place of one', () => {
    assert.equal(findings('source.ts'), 1);
    edit('other.ts', 'return new', 'class Memory extends FileSource {} return new');
    assert.equal(findings('source.ts'), 1);
    edit('other.ts', 'return new', "class Memory extends FileSource { text() { return 'a'; } } return new");
    assert.equal(findings('source.ts'), 0);
    workspace.closeDocument(`${folder.path}/other.ts`);
    assert.equal(findings('source.ts'), 1);
  });

  it('are gone while some function puts another one into a field', () => {
    assert.equal(findings('field.ts'), 1);
    edit('other.ts', 'return new', "field.load = () => 'a'; return new");
    assert.equal(findings('field.ts'), 0);
    workspace.closeDocument(`${folder.path}/other.ts`);
    assert.equal(findings('field.ts'), 1);
  });
});
