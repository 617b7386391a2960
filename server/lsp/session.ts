/** One editor connected to this server: what all that answers it works with. */

import type { Connection } from 'vscode-languageserver/node';
import type { Analysis } from './analysis.ts';
import type { Changes } from './changes.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents } from './documents.ts';
import type { EvidenceOfRuns } from './evidence.ts';
import type { Settings } from './settings.ts';
import type { Status } from './status.ts';

export interface Session {
  readonly connection: Connection;
  /** Settles when settings are known: before, nothing that depends on them can be answered. */
  readonly ready: Promise<void>;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly analysis: Analysis;
  readonly changes: Changes;
  readonly evidence: EvidenceOfRuns;
  readonly status: Status;
}
