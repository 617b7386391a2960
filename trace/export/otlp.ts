/**
 * Recordings for OpenTelemetry, in OTLP's JSON encoding: one request to export traces in each line, as the collector's
 * file receiver reads them, and as its HTTP receiver takes them one by one.
 * Each task is a span, below that of the task which started it; its awaits are events of the span, and links lead to
 * the tasks that it waited for without having started them.
 */

import type { Thread } from '../thread.ts';
import { baseName } from './names.ts';
import { attribute, type OtlpAttribute } from './otlp-attributes.ts';
import { Spans, type OtlpSpan } from './otlp-spans.ts';

/** Receivers limit the size of a request. */
const SPANS_IN_REQUEST = 1000;

const SCOPE = { name: 'asynclens' };

/** One line each, as an object to be written as JSON. */
export interface OtlpRequest {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly OtlpAttribute[] };
    readonly scopeSpans: readonly { readonly scope: { readonly name: string }; readonly spans: readonly OtlpSpan[] }[];
  }[];
}

export function* otlpRequests(threads: readonly Thread[]): Generator<OtlpRequest> {
  for (const thread of threads) {
    const resource = { attributes: resourceOf(thread) };
    let spans: OtlpSpan[] = [];
    const request = () => ({ resourceSpans: [{ resource, scopeSpans: [{ scope: SCOPE, spans }] }] });
    for (const span of new Spans(thread).all()) {
      if (spans.push(span) < SPANS_IN_REQUEST) continue;
      yield request();
      spans = [];
    }
    if (spans.length > 0) yield request();
  }
}

function resourceOf({ stream: { info } }: Thread): OtlpAttribute[] {
  return [
    attribute('service.name', baseName(info.argv[1] ?? 'node')),
    attribute('process.pid', info.pid),
    attribute('process.command_line', info.argv.join(' ')),
    attribute('process.working_directory', info.cwd),
    attribute('process.runtime.name', 'nodejs'),
    attribute('process.runtime.version', info.node.replace(/^v/, '')),
    attribute('os.type', info.platform === 'win32' ? 'windows' : info.platform),
  ];
}
