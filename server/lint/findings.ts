/** From what rules report (nodes) to what people read (places). */

import type { Edit, Finding, Fix, RelatedPlace, Span } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import type { Program } from '../engine/program.ts';
import { ask, type Asking } from '../engine/questions.ts';
import type { DraftEdit, FixDraft } from '../fixes/draft.ts';
import type { Report } from '../rules/rule.ts';
import { isIdentifier, type Node } from '../syntax/ast.ts';
import type { Checked } from './check.ts';

/** Line tables of the files that one call speaks of. */
export class Places {
  readonly #textOf: (file: string) => string | undefined;
  readonly #maps = new Map<string, LineMap>();

  constructor(textOf: (file: string) => string | undefined) {
    this.#textOf = textOf;
  }

  span(file: string, start: number, end: number): Span {
    let map = this.#maps.get(file);
    if (!map) this.#maps.set(file, (map = new LineMap(this.#textOf(file) ?? '')));
    return map.span(file, start, end);
  }

  /** Lines that it adds end as the file's first one does. */
  edit({ file, start, end, text }: DraftEdit): Edit {
    const isCrlf = text.includes('\n') && /^[^\n]*\r\n/.test(this.#textOf(file) ?? '');
    return { span: this.span(file, start, end), text: isCrlf ? text.replace(/\r?\n/g, '\r\n') : text };
  }

  node(node: Node, until: Node = node): Span {
    return this.span(node.getSourceFile().fileName, node.getStart(), until.end);
  }
}

/** Findings without fixes, in the order of `checked`. */
export function toFindings(program: Program, checked: readonly Checked[], places: Places): Finding[] {
  const related = program.run(checked.map(({ report }) => relatedPlaces(report, places)));
  return checked.map(({ rule, severity, report }, i) => ({
    rule: rule.meta.name,
    severity,
    message: report.message,
    span: places.node(report.node, report.until),
    related: related[i]!,
    fixes: [],
  }));
}

/** A fix with places in place of offsets. */
export function toFix(draft: FixDraft, places: Places): Fix {
  return { title: draft.title, kind: draft.kind, edits: draft.edits.map(edit => places.edit(edit)) };
}

function* relatedPlaces(report: Report, places: Places): Asking<RelatedPlace[]> {
  const found: RelatedPlace[] = [];
  for (const { at, message } of report.related) {
    if ('start' in at) {
      found.push({ span: places.span(at.file, at.start, at.end), message });
      continue;
    }
    const node = isNode(at) ? at : yield* ask('node', at);
    if (node) found.push({ span: places.node(nameOf(node)), message });
  }
  return found;
}

const isNode = (at: Report['related'][number]['at']): at is Node => 'getStart' in at;

/** A declaration is shown by its name: the whole of it may be a thousand lines. */
function nameOf(declaration: Node): Node {
  const { name } = declaration as Node & { readonly name?: Node };
  return name && isIdentifier(name) ? name : declaration;
}
