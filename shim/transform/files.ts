/** What is asked of the disk about files other than the one at hand. */

import { ProjectPaths } from '../../shared/trace/project-paths.ts';
import { existsSync, readFileSync } from '../natives.ts';
import { isLibrary } from './libraries.ts';

/** The text of a file; empty when it cannot be read: compiled code is often shipped without what it was made of. */
export type ReadText = (path: string) => string;

export interface Files {
  readonly readText: ReadText;
  /** The path of a file in its project: the names of its sites depend on it. */
  pathInProject(file: string): string;
  /** Whether code that came from a file is left alone. */
  isLibrary(file: string): boolean;
}

const PATHS = new ProjectPaths(folder => existsSync(`${folder}/package.json`));

export const FILES: Files = {
  readText(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  },
  pathInProject: file => PATHS.pathOf(file),
  isLibrary,
};
