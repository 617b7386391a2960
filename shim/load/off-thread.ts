/** ES modules on Node versions whose loaders run in a thread of their own: what is found there is fetched from here. */

import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Site } from '../../shared/trace/site.ts';
import type { SkippedFile } from '../../shared/trace/tables.ts';
import { unnoticed } from '../unnoticed.ts';
import type { Shifts } from '../transform/shifts.ts';

/** What the loader's thread says of a file. */
export type Loaded =
  | {
      readonly kind: 'instrumented';
      readonly url: string;
      readonly firstSite: number;
      readonly sites: readonly Site[];
      readonly shifts: Shifts;
    }
  | { readonly kind: 'skipped'; readonly file: SkippedFile };

/** What the loader's thread needs to know. */
export interface LoaderData {
  readonly port: MessagePort;
  /** Where plans are kept, if anywhere. */
  readonly plans: string | undefined;
  /** Packages that are looked into, too. */
  readonly packages: readonly string[];
}

/** A function that gives what the loader's thread has said since its last call, without waiting. */
export function instrumentModulesOffThread(known: Omit<LoaderData, 'port'>): () => Loaded[] {
  const { port1, port2 } = new MessageChannel();
  port1.unref();
  const loader = pathToFileURL(join(__dirname, 'shim-loader.mjs')).href;
  const data: LoaderData = { ...known, port: port2 };
  unnoticed(() => nodeModule.register(loader, { data, transferList: [port2] }));
  return () => {
    const received: Loaded[] = [];
    for (let next = receiveMessageOnPort(port1); next !== undefined; next = receiveMessageOnPort(port1)) {
      received.push((next as { message: Loaded }).message);
    }
    return received;
  };
}
