/** Reads JSON that people write, and says where in it what is wrong. */

import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Span } from '../../shared/finding.ts';
import { LineMap } from '../../shared/line-map.ts';
import type { ConfigProblem } from './api.ts';
import type { Complaint } from './config-complaint.ts';

export type ParsedJson<T> =
  | {
      readonly kind: 'valid';
      readonly value: T;
      /** Where the value at a path stands. */
      readonly spanOf: (path: Complaint['path']) => Span;
    }
  | { readonly kind: 'broken'; readonly problems: readonly ConfigProblem[] };

/** `complaintsAbout` is to find everything that keeps a value from being a `T`. */
export function parseJson<T>(
  file: string,
  text: string,
  complaintsAbout: (value: unknown) => readonly Complaint[],
): ParsedJson<T> {
  const lines = new LineMap(text);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (root === undefined || errors.length > 0) {
    return { kind: 'broken', problems: syntaxProblems(file, lines, errors) };
  }

  const spanOf = (place: Pick<Complaint, 'path' | 'about'>): Span => {
    const { offset, length } = nodeOf(root, place);
    return lines.span(file, offset, offset + length);
  };
  const value: unknown = getNodeValue(root);
  const found = complaintsAbout(value);
  if (found.length === 0) return { kind: 'valid', value: value as T, spanOf: path => spanOf({ path, about: 'value' }) };
  const problems = found.map(complaint => ({ span: spanOf(complaint), message: complaint.message }));
  return { kind: 'broken', problems };
}

function syntaxProblems(file: string, lines: LineMap, errors: readonly ParseError[]): ConfigProblem[] {
  return errors.map(({ error, offset, length }) => {
    const words = printParseErrorCode(error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase();
    return { span: lines.span(file, offset, offset + length), message: `This is not valid JSON: ${words}.` };
  });
}

/** The part of the file that a complaint is about. */
function nodeOf(root: Node, { path, about }: Pick<Complaint, 'path' | 'about'>): Node {
  const value = findNodeAtLocation(root, [...path]) ?? root;
  const name = value.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
  return about === 'name' && name !== undefined ? name : value;
}
