/** Which tasks are spoken of. Times are milliseconds since the recording began. */

import type { Place } from '../finding.ts';

/** A place in the original source. */
export interface SourcePlace extends Pick<Place, 'line' | 'character'> {
  /** Absolute, with forward slashes. */
  readonly file: string;
}

/** One task: threads are counted from 0 on, tasks numbered within them. */
export interface TaskRef {
  readonly thread: number;
  readonly task: number;
}

/** What a task is doing, or how it ended; `lost` when nobody knows. */
export const TASK_STATES = ['running', 'ready', 'suspended', 'fulfilled', 'rejected', 'lost'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** The code that tasks run: all that it says holds, and what is empty says nothing. */
export interface SiteFilter {
  /** In the name or path of the site, whatever the case. */
  readonly text: string;
  /** The path of its file. */
  readonly file: string;
  /** Its id. */
  readonly site: string;
}

/** Tasks for which all of this holds. */
export interface TaskFilter extends SiteFilter {
  /** Empty for all. */
  readonly states: readonly TaskState[];
  /** Milliseconds that they took, or take so far, at least. */
  readonly atLeast: number;
  /** They were alive at some moment in it. */
  readonly window: Window | undefined;
}

export const ALL_TASKS: TaskFilter = { text: '', file: '', site: '', states: [], atLeast: 0, window: undefined };

/** Whether a filter lets through all tasks of a function or none, so that none has to be looked at. */
export const isOfCode = ({ states, atLeast, window }: TaskFilter): boolean =>
  states.length === 0 && atLeast === 0 && window === undefined;

/** What a filter looks at of the code: a site, or what stands for it. */
export type FilteredCode = Readonly<Record<'id' | 'name' | 'file', string>>;

/** Whether a filter lets some code through. Code that is not known passes where nothing is asked of it. */
export function isWanted(code: FilteredCode | undefined, { text, file, site }: SiteFilter): boolean {
  if (code === undefined) return text === '' && file === '' && site === '';
  if ((site !== '' && code.id !== site) || (file !== '' && code.file !== file)) return false;
  const sought = text.toLowerCase();
  return code.name.toLowerCase().includes(sought) || code.file.toLowerCase().includes(sought);
}

export interface Window {
  readonly from: number;
  readonly until: number;
}
