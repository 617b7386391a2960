/** Ways to mend what a recording warns of: those of the rule about the same mistake, whether that is on or not. */

import type { Fix, Span } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import type { Program } from '../engine/program.ts';
import type { Asking } from '../engine/questions.ts';
import { awaitAtOnce } from '../fixes/await-at-once.ts';
import type { FixDraft } from '../fixes/draft.ts';
import { noBlockingCall } from '../rules/no-blocking-call.ts';
import { noFloatingPromises } from '../rules/no-floating-promises.ts';
import type { Rule } from '../rules/rule.ts';
import { isAwaitExpression, type Node } from '../syntax/ast.ts';
import { nodeCovering } from '../syntax/node-at.ts';
import { check, type CheckInput } from './check.ts';
import type { RuleOptions } from './config-resolve.ts';
import { toFix, type Places } from './findings.ts';
import type { FixVerification } from './fix-verification.ts';

interface RuleAbout {
  readonly rule: Rule;
  /** What has done harm is no exception. */
  readonly options: RuleOptions;
}

const FLOATING: RuleAbout = {
  rule: noFloatingPromises as Rule,
  options: { ignoreVoid: false, ignoreIIFE: false, ignoreSelfHandled: false },
};

const RULES_ABOUT: Readonly<Record<string, RuleAbout>> = {
  'event-loop-block': { rule: noBlockingCall as Rule, options: { cheap: true } },
  'never-awaited': FLOATING,
  'unhandled-rejection': FLOATING,
};

/** A warning, with its own place and those of its evidence. */
export interface WarningQuery {
  readonly name: string;
  readonly spans: readonly Span[];
}

/** Each is known to type-check. @param inputs the files of the spans, as far as they are linted */
export function warningFixes(
  program: Program,
  { name, spans }: WarningQuery,
  inputs: readonly CheckInput[],
  places: Places,
  verification: FixVerification,
): Fix[] {
  const about = RULES_ABOUT[name];
  const asked =
    about !== undefined
      ? ofRule(program, about, spans, inputs)
      : name === 'sequential-awaits'
        ? ofAwait(spans[0]!, inputs)
        : [];
  const trials = program
    .run(asked)
    .flat()
    .map(draft => ({ draft, fix: toFix(draft, places), usedIn: draft.usedIn ?? [] }));
  const doubtful = trials.filter(({ draft }) => draft.proof === 'type-check');
  const accepted = verification.accepted(doubtful);
  return trials.filter(({ draft, fix }) => draft.proof === 'construction' || accepted.has(fix)).map(({ fix }) => fix);
}

/** What the rule has against the lines that the warning speaks of. */
function ofRule(
  program: Program,
  { rule, options }: RuleAbout,
  spans: readonly Span[],
  inputs: readonly CheckInput[],
): Asking<readonly FixDraft[]>[] {
  const strict = inputs.map(input => {
    const of = (meta: Rule['meta']): RuleOptions => ({ ...input.config.options(meta), ...options });
    return { ...input, config: { ...input.config, severity: () => 'warn' as const, options: of } };
  });
  return check(program, strict, [rule]).flatMap((reports, i) => {
    const { source } = inputs[i]!;
    const lines = new LineMap(source.text);
    const wanted = new Set(spans.filter(({ file }) => file === source.fileName).map(({ start }) => start.line));
    return reports
      .filter(({ report }) => wanted.has(lines.lineAt(report.node.getStart())))
      .map(({ report }) => report.fixes());
  });
}

function ofAwait({ file, start }: Span, inputs: readonly CheckInput[]): Asking<readonly FixDraft[]>[] {
  const source = inputs.find(input => input.source.fileName === file)?.source;
  let node: Node | undefined = source && nodeCovering(source, start.offset, start.offset + 1);
  while (node !== undefined && node.getStart() === start.offset && !isAwaitExpression(node)) node = node.parent;
  return node !== undefined && isAwaitExpression(node) ? [awaitAtOnce(node)] : [];
}
