/** `asynclens export`: a recording for other tools. */

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { otlpRequests } from '../../../trace/export/otlp.ts';
import { perfettoTrace } from '../../../trace/export/perfetto.ts';
import type { Thread } from '../../../trace/thread.ts';
import type { Terminal } from '../../progress.ts';
import { shown } from '../../result.ts';
import { UsageError } from '../../usage-error.ts';
import { threadsOf } from '../given.ts';
import type { ExportOptions, Target } from './options.ts';

interface Format {
  contents(threads: readonly Thread[]): Iterable<Uint8Array | string>;
  /** What to do with the file. */
  readonly next: string;
}

const FORMATS: Readonly<Record<Target, Format>> = {
  perfetto: { contents: perfettoTrace, next: 'Open it at https://ui.perfetto.dev, where it stays on your machine.' },
  otlp: {
    contents: otlpLines,
    next: "Each line is a request: post them to a collector's /v1/traces, or let its otlpjsonfile receiver read the file.",
  },
};

/** @throws UsageError when there is no recording, or the file cannot be written */
export async function exportRecording(
  { file, to, out }: ExportOptions,
  { cwd, stdout }: { readonly cwd: string; readonly stdout: Terminal },
): Promise<0> {
  const { threads, damages } = await threadsOf(file);
  const { contents, next } = FORMATS[to];
  try {
    await pipeline(Readable.from(contents(threads)), createWriteStream(out));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(`${out} cannot be written: ${(error as Error).message}. Choose another file with --out.`);
  }
  const lines = [...damages, `${shown(out.replaceAll('\\', '/'), cwd)} is written. ${next}`];
  stdout.write(lines.map(line => `${line}\n`).join(''));
  return 0;
}

function* otlpLines(threads: readonly Thread[]): Generator<string> {
  for (const request of otlpRequests(threads)) yield `${JSON.stringify(request)}\n`;
}
