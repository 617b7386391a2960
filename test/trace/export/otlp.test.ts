/** What OpenTelemetry is given. */

import assert from 'node:assert/strict';
import type { Type } from 'protobufjs';
import { otlpRequests, type OtlpRequest } from '../../../trace/export/otlp.ts';
import { on, siteAt, streamOf } from '../events.ts';
import { threadOf } from '../threads.ts';
import { otlpRequestType } from './schemas.ts';
import { thread } from './threads.ts';

/** What a strict reader of the JSON encoding finds to be wrong: names without a field, and values of another type. */
function mistakesIn(value: unknown, type: Type, path = type.name): string[] {
  return Object.entries(value as object).flatMap(([key, it]): string[] => {
    const field = type.fields[key]?.resolve();
    if (field === undefined) return [`${path}.${key} does not exist`];
    const each = field.repeated ? (it as unknown[]) : [it];
    return each.flatMap(one => {
      if (field.resolvedType !== null) return mistakesIn(one, field.resolvedType as Type, `${path}.${key}`);
      return JSON_FORMS[field.type]!(one) ? [] : [`${path}.${key} is no ${field.type}: ${String(one)}`];
    });
  });
}

const isDecimal = (value: unknown) => typeof value === 'string' && /^\d+$/.test(value);

/** By type of the schema. Bytes are hexadecimal, which OTLP has as an exception. */
const JSON_FORMS: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  bytes: value => typeof value === 'string' && /^(?:[0-9a-f]{16}){1,2}$/.test(value),
  fixed64: isDecimal,
  int64: isDecimal,
  int32: Number.isInteger,
  uint32: Number.isInteger,
};

const spansIn = (requests: readonly OtlpRequest[]) =>
  requests.flatMap(it => it.resourceSpans).flatMap(it => it.scopeSpans).flatMap(it => it.spans);

const attributesOf = (attributes: OtlpRequest['resourceSpans'][0]['resource']['attributes']) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0] as string]));

describe('requests for OpenTelemetry', () => {
  const requests = [...otlpRequests([thread()])];
  const spans = spansIn(requests);
  const [main, load, later] = spans as [(typeof spans)[0], (typeof spans)[0], (typeof spans)[0]];

  it('are of its schema', () => {
    for (const request of requests) {
      assert.deepEqual(mistakesIn(JSON.parse(JSON.stringify(request)), otlpRequestType), []);
    }
    assert.deepEqual(mistakesIn({ resourceSpans: [{ resource: { pid: 1 }, schemaUrl: 5 }] }, otlpRequestType), [
      'ExportTraceServiceRequest.resourceSpans.resource.pid does not exist',
      'ExportTraceServiceRequest.resourceSpans.schemaUrl is no string: 5',
    ]);
  });

  it('have a span for each task, below the one that started it', () => {
    assert.deepEqual(spans.map(it => it.name), ['main', 'load', 'app.ts']);
    assert.equal(load.parentSpanId, main.spanId);
    assert.equal(load.traceId, main.traceId);
    assert.equal(main.parentSpanId, undefined);
    assert.notEqual(later.traceId, main.traceId);
    assert.equal(new Set(spans.map(it => it.spanId)).size, 3);
  });

  it('have times since 1970', () => {
    assert.deepEqual([load.startTimeUnixNano, load.endTimeUnixNano], ['1700000000000011000', '1700000000000053000']);
  });

  it('say where the code is, how long the task was in each state, and how it ended', () => {
    assert.deepEqual(attributesOf(load.attributes), {
      'code.function.name': 'load',
      'code.file.path': '/app/app.ts',
      'code.line.number': '2',
      'code.column.number': '1',
      'thread.id': '0',
      'asynclens.outcome': 'rejected',
      'asynclens.running_ns': '5000',
      'asynclens.ready_ns': '1000',
    });
    assert.deepEqual([load.status, main.status], [{ code: 2 }, {}]);
    assert.equal(attributesOf(requests[0]!.resourceSpans[0]!.resource.attributes)['service.name'], 'app.ts');
  });

  it('have an event for each await', () => {
    const [waited] = main.events;
    assert.deepEqual([waited!.name, waited!.timeUnixNano], ['await load()', '1700000000000015000']);
    assert.equal(attributesOf(waited!.attributes)['asynclens.suspended_ns'], '38000');
  });

  it('link a task to those that it waits for, but for its children', () => {
    const shared = threadOf(
      streamOf([siteAt(1, 'function', 'a'), siteAt(2, 'await', 'b', 1)], {
        alive: [],
        events: [
          on.start(1, 1, 0, 0),
          on.start(1, 2, 0, 10),
          on.await(2, 1, 2, 20),
          on.settle(0, 2, 2, 30),
          on.settle(0, 1, 1, 40),
        ],
      }),
    );
    const [waiter, awaited] = spansIn([...otlpRequests([shared])]);
    assert.deepEqual(waiter!.links, [{ traceId: awaited!.traceId, spanId: awaited!.spanId }]);
    assert.deepEqual(main.links, []);
  });

  it('count what is too much for a span', () => {
    const awaits = Array.from({ length: 200 }, (_, at) => on.await(2, 1, 0, at));
    const busy = threadOf(
      streamOf([siteAt(1, 'function', 'a')], { alive: [], events: [on.start(1, 1, 0, 0), ...awaits] }),
    );
    const [span] = spansIn([...otlpRequests([busy])]);
    assert.deepEqual([span!.events.length, span!.droppedEventsCount], [128, 72]);
  });

  it('hold a thousand spans each', () => {
    const events = Array.from({ length: 1500 }, (_, at) => on.start(1, at + 1, 0, at));
    const many = threadOf(streamOf([siteAt(1, 'function', 'a')], { alive: [], events }));
    assert.deepEqual(Array.from(otlpRequests([many]), it => spansIn([it]).length), [1000, 500]);
  });
});
