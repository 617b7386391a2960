/** What the panel shows: one selection, one filter and one window of time for all views. */

import type { SiteOrder, Sorting } from '../shared/panel/questions.ts';
import { ALL_TASKS, type TaskFilter, type TaskRef, type Window } from '../shared/panel/tasks.ts';

export const VIEWS = ['table', 'timeline', 'graph', 'warnings'] as const;
export type View = (typeof VIEWS)[number];

/** What the graph is of. */
export const GRAPHS = ['functions', 'task', 'waiting'] as const;
export type GraphKind = (typeof GRAPHS)[number];

export type Selection =
  | { readonly kind: 'none' }
  /** All tasks of a site, by its id. */
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'task'; readonly ref: TaskRef };

export interface State {
  readonly view: View;
  readonly graph: GraphKind;
  readonly selection: Selection;
  /** Selections before this one, the last one last, and those that were gone back from. */
  readonly past: readonly Selection[];
  readonly future: readonly Selection[];
  readonly filter: TaskFilter;
  readonly sorting: Sorting<SiteOrder>;
  /** Ids of the sites whose tasks are listed. */
  readonly open: readonly string[];
}

const FIRST: State = {
  view: 'table',
  graph: 'functions',
  selection: { kind: 'none' },
  past: [],
  future: [],
  filter: ALL_TASKS,
  sorting: { by: 'total', descending: true },
  open: [],
};

export type Action =
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'graph'; readonly graph: GraphKind }
  | { readonly kind: 'select'; readonly selection: Selection }
  | { readonly kind: 'back' }
  | { readonly kind: 'forward' }
  | { readonly kind: 'filter'; readonly filter: Partial<TaskFilter> }
  | { readonly kind: 'window'; readonly window: Window | undefined }
  /** By another column, or by the same one the other way round. */
  | { readonly kind: 'sort'; readonly by: SiteOrder }
  | { readonly kind: 'toggle'; readonly site: string }
  /** Shows the tasks of a site, whatever was filtered before. */
  | { readonly kind: 'reveal'; readonly site: string };

const MOST_PAST = 100;

/** The state after an action. */
export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'view':
      return { ...state, view: action.view };
    case 'graph':
      return { ...state, graph: action.graph };
    case 'select':
      return select(state, action.selection);
    case 'back': {
      const [selection, past] = [state.past.at(-1), state.past.slice(0, -1)];
      return selection === undefined
        ? state
        : { ...state, selection, past, future: [state.selection, ...state.future] };
    }
    case 'forward': {
      const [selection, ...future] = state.future;
      return selection === undefined ? state : { ...state, selection, past: [...state.past, state.selection], future };
    }
    case 'filter':
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case 'window':
      return { ...state, filter: { ...state.filter, window: action.window } };
    case 'sort': {
      const isSame = state.sorting.by === action.by;
      // Names are read from A on, all else from the largest down.
      const descending = isSame ? !state.sorting.descending : action.by !== 'name';
      return { ...state, sorting: { by: action.by, descending } };
    }
    case 'reveal': {
      const open = [...state.open.filter(site => site !== action.site), action.site];
      const shown: State = {
        ...state,
        view: state.view === 'warnings' ? 'table' : state.view,
        filter: ALL_TASKS,
        open,
      };
      return select(shown, { kind: 'site', site: action.site });
    }
    case 'toggle': {
      const open = state.open.filter(site => site !== action.site);
      return { ...state, open: open.length < state.open.length ? open : [...open, action.site] };
    }
  }
}

function select(state: State, selection: Selection): State {
  if (JSON.stringify(selection) === JSON.stringify(state.selection)) return state;
  return { ...state, selection, past: [...state.past, state.selection].slice(-MOST_PAST), future: [] };
}

/** What was kept of an earlier page; the first state where nothing was, or another release kept it. */
export function revived(kept: unknown): State {
  if (typeof kept !== 'object' || kept === null) return FIRST;
  const state = { ...FIRST, ...(kept as Partial<State>) };
  return VIEWS.includes(state.view) && GRAPHS.includes(state.graph)
    ? { ...state, filter: { ...ALL_TASKS, ...state.filter } }
    : FIRST;
}
