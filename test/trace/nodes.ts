/** The versions of Node that recordings are tested on: two, or those that `NODES=22,24,26` names. */

import { obtainNode } from '../../scripts/node-versions.ts';

export interface NodeVersion {
  readonly version: number;
  /** Whether timers, files and sockets are recorded, and modules are looked into without a thread for it. */
  readonly isModern: boolean;
  path(): Promise<string>;
}

export const NODES: readonly NodeVersion[] = (process.env['NODES'] ?? '20,24').split(',').map(version => ({
  version: Number(version),
  isModern: Number(version) >= 22,
  path: () => obtainNode(Number(version)),
}));
