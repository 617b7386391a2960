/** What all lines of the table have in common. */

import type { Action, Selection } from '../state.ts';

export interface LineProps {
  /** From 0 on; also names the element that stands for it. */
  readonly line: number;
  /** The line that the keyboard is on. */
  readonly active: number;
  readonly activate: (line: number) => void;
  readonly selection: Selection;
  readonly dispatch: (action: Action) => void;
}

export const idOf = (line: number): string => `line-${line}`;

export const classOf = (kind: string, line: number, active: number): string =>
  `line ${kind}${line === active ? ' active' : ''}`;
