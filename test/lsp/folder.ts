import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const TSCONFIG = JSON.stringify({
  compilerOptions: { strict: true, target: 'es2022', module: 'esnext', moduleResolution: 'bundler' },
});

/** A project of the given files in a new folder, with a tsconfig.json unless the files have their own. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'asynclens-')));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries({ 'tsconfig.json': TSCONFIG, ...files })) this.write(name, text);
  }

  write(name: string, text: string): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  uriOf(name: string): string {
    return `${this.uri}/${name}`;
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
