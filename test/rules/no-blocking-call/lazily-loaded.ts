// A module that reads a file when it is loaded.
import { readFileSync } from 'node:fs';

export const template = readFileSync('template.html', 'utf8');
