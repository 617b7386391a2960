// What the recording that was shown last says in the code itself.
import type { Disposable, LogOutputChannel } from 'vscode';
import { registerHovers } from './hovers.ts';
import { registerLenses } from './lenses.ts';
import { Notes } from './notes.ts';
import type { TracedCode } from './traced-code.ts';

export const registerAnnotations = (code: TracedCode, log: LogOutputChannel): Disposable[] => [
  registerLenses(code),
  registerHovers(code),
  new Notes(code, log),
];
