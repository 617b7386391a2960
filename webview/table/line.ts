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

/** By which the grid says which of its lines is active. */
export const idOf = (line: number): string => `line-${line}`;

/** The classes of a line of this kind. */
export const classOf = (kind: string, line: number, active: number): string =>
  `line ${kind}${line === active ? ' active' : ''}`;
