/** What this thread shares with the one that watches it. */

import { pulseIn } from './pulse.ts';

export const pulse = pulseIn();
