import { existsSync, readdirSync } from 'node:fs';

/** TypeScript files in these folders and below them, relative to the repository, with forward slashes. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap(folder => {
    if (!existsSync(folder)) return [];
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.tsx?$/.test(name));
    return names.map(name => `${folder}/${name.replaceAll('\\', '/')}`).sort();
  });
}
