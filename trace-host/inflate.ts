/** How Node gives back what the frames of a recording hold. */

import { inflateRawSync } from 'node:zlib';
import type { Decompress } from '../shared/trace/recording.ts';

export const inflate: Decompress = (_, stored) => inflateRawSync(stored);
