// options: {}
// A command line, by its name, and what only it uses.
import { update } from './update.ts';

await update();
