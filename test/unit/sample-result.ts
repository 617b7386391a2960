/** A result with one finding of each interesting kind, for tests of the output formats. */

import type { CheckResult } from '../../cli/result.ts';
import type { Finding } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import { SAMPLE_RULES } from './sample-rules.ts';

const FILE = '/app/src/a b.ts';
const TEXT = 'async function save() {\n\tawait 1;\n}\n\tsave(),\n  save();\nreadFileSync();\n';
const lines = new LineMap(TEXT);
const at = (start: number, length: number) => lines.span(FILE, start, start + length);

const floating: Finding = {
  rule: 'no-floating-promises',
  severity: 'error',
  message: 'This promise floats: 100 % lost.\nAwait it.',
  span: at(TEXT.indexOf('\tsave()') + 1, 'save(),\n  save();'.length),
  related: [{ span: at(15, 4), message: '`save` is declared here' }],
  fixes: [
    {
      title: 'Await both',
      kind: 'safe',
      edits: [
        { span: at(TEXT.indexOf('  save();') + 2, 0), text: 'await ' },
        { span: at(TEXT.indexOf('\tsave()') + 1, 0), text: 'await ' },
      ],
    },
    {
      title: 'Mark with `void`',
      kind: 'suggestion',
      edits: [{ span: at(TEXT.indexOf('\tsave()') + 1, 0), text: 'void ' }],
    },
    {
      title: 'Change another file, too',
      kind: 'suggestion',
      edits: [{ span: { ...at(0, 0), file: '/app/b.ts' }, text: 'x' }],
    },
  ],
};

const blocking: Finding = {
  rule: 'no-blocking-call',
  severity: 'warn',
  message: 'This blocks.',
  span: at(TEXT.indexOf('readFileSync'), 'readFileSync()'.length),
  related: [],
  fixes: [],
};

const unused: Finding = { ...blocking, rule: 'unused-suppression', severity: 'info', message: 'Of no use.' };

export const SAMPLE_RESULT: CheckResult = {
  reports: [
    { file: FILE, findings: [floating, blocking, unused], project: '/app/tsconfig.json' },
    { file: '/app/src/clean.ts', findings: [], project: undefined },
  ],
  rules: SAMPLE_RULES,
  version: '1.2.3',
  cwd: '/app',
  textOf: () => TEXT,
  colour: false,
};
