await stat('.');
import { stat } from 'node:fs/promises';
// module: by program
//   1 → fs
