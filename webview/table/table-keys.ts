/** The keyboard in the table, as in other trees: up and down, open and close, to the code. */

import type { Host } from '../host/host.ts';
import type { Action } from '../state.ts';
import type { Lines } from './rows.ts';
import { idOf } from './line.ts';
import { LINE_HEIGHT } from './virtual-list.ts';

interface Table {
  readonly lines: Lines;
  readonly active: number;
  readonly activate: (line: number) => void;
  readonly dispatch: (action: Action) => void;
  readonly host: Host;
  readonly reveal: (line: number) => void;
}

/** What a key does in the table; keys that mean nothing to it are left to others. */
export const tableKeys =
  (table: Table) =>
  (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    // Its head has buttons, which have keys of their own.
    if (event.target !== event.currentTarget || table.lines.count === 0) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / LINE_HEIGHT) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -1,
      ArrowDown: 1,
      PageUp: -page,
      PageDown: page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    const isTaken = step === undefined ? act(event.key, table) : go(table.active + step, table);
    if (isTaken) event.preventDefault();
  };

function go(line: number, { lines, activate, reveal }: Table): true {
  const to = Math.max(0, Math.min(lines.count - 1, line));
  activate(to);
  reveal(to);
  return true;
}

function act(key: string, table: Table): boolean {
  const { lines, active, dispatch, host } = table;
  const line = lines.at(Math.min(active, lines.count - 1));
  const { site, place } = line.row;
  switch (key) {
    case 'ArrowRight':
      if (line.kind === 'site' && !line.isOpen) dispatch({ kind: 'toggle', site });
      return true;
    case 'ArrowLeft':
      if (line.kind === 'task') return go(lines.lineOf(site), table);
      if (line.isOpen) dispatch({ kind: 'toggle', site });
      return true;
    case ' ':
      // The line knows what it stands for.
      document.getElementById(idOf(active))?.click();
      return true;
    case 'Enter':
      host.open(place);
      return true;
    default:
      return false;
  }
}
