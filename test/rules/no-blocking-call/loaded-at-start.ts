// A module that reads a file when it is loaded, which is when constructs-library.ts is.
import { readFileSync } from 'node:fs';

export const style = readFileSync('style.css', 'utf8');
