/** The versions of Node that recordings are tested on: one, or those that `NODES=22,24,26` names. */

import { obtainNode } from '../../scripts/node-versions.ts';

export interface NodeVersion {
  readonly version: number;
  path(): Promise<string>;
}

export const NODES: readonly NodeVersion[] = (process.env['NODES'] ?? '24').split(',').map(version => ({
  version: Number(version),
  path: () => obtainNode(Number(version)),
}));
