// options: {}
/// <reference path="libraries.d.ts" />
import { useQuery } from '@tanstack/query-core';
import type { Knex } from 'knex';
import lodash from 'lodash';
import { action } from 'mobx';
import { useCallback, useMemo } from 'react';
import { useForm } from 'react-hook-form';

interface Props {
  readonly title: string;
  readonly onSaved: () => void;
  readonly onSubmit: (data: object) => void;
  readonly onUpload: (data: object) => Promise<void>;
}

declare function onClick(handler: () => void): void;
declare function onPick(handler: (data: object) => void): void;
declare function setSaving(isSaving: boolean): void;
declare function save(title: string): Promise<void>;
declare function showError(error: unknown): void;

/** The promise that the handler would lose never rejects: its errors are seen to, however it was made. */
export function careful({ title, onSaved, onSubmit }: Props): void {
  const saveTitle = async () => {
    setSaving(true);
    try {
      await save(title);
      onSaved();
    } catch (error) {
      showError(error);
    } finally {
      setSaving(false);
    }
  };
  onClick(saveTitle);
  onClick(useCallback(saveTitle, [title]));
  onClick(action(saveTitle));
  const later = useMemo(() => lodash.debounce(saveTitle, 500), [title]);
  onClick(later);
  const { handleSubmit: submit } = useForm();
  onClick(submit(saveTitle));
  onClick(submit(onSubmit));
  const form = useForm();
  onClick(form.handleSubmit(() => saveTitle(), showError));
}

export function careless({ title, onSaved, onUpload }: Props): void {
  const saveTitle = useCallback(async () => {
    await save(title);
    onSaved();
  }, [title]);
  onClick(saveTitle);
  //      ^^^^^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  const later = useMemo(() => lodash.debounce(saveTitle, 500), [title]);
  onClick(later);
  //      ^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  const { handleSubmit } = useForm();
  onClick(handleSubmit(saveTitle));
  //      ^^^^^^^^^^^^^^^^^^^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  onClick(handleSubmit(onUpload));
  //      ^^^^^^^^^^^^^^^^^^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  onPick(async text => {
  //     ^^^^^^^^^^^^^ error: `onPick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
    setSaving(JSON.parse(String(text)));
  });
}

/** What goes wrong is in the state of the query. */
export function query(): void {
  const { refetch, fetchOptimistic } = useQuery();
  onClick(refetch);
  onClick(() => refetch());
  onClick(() => fetchOptimistic());
  //      ^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
}

const reported = (work: () => Promise<void>) => async () => {
  setSaving(true);
  await work().catch(showError);
};
const named = (work: () => Promise<void>) => async () => {
  setSaving(true);
  await work();
};

/** A function of the project may make handlers. */
export function made({ title }: Props): void {
  onClick(reported(() => save(title)));
  onClick(named(() => save(title)));
  //      ^^^^^^^^^^^^^^^^^^^^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  const handler = reported(() => save(title));
  onClick(handler);
}

function useHandlers(title: string) {
  const rename = async () => {
    await save(title);
  };
  const saveTitle = async () => {
    await rename().catch(showError);
  };
  return { rename, saveTitle, dialog: { onConfirm: saveTitle, onRename: rename } };
}

/** A hook of the project may hand them out. */
export function hooked({ title }: Props): void {
  const { rename, saveTitle, dialog } = useHandlers(title);
  onClick(saveTitle);
  onClick(dialog.onConfirm);
  onClick(rename);
  //      ^^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  onClick(dialog.onRename);
  //      ^^^^^^^^^^^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
}

function translated(key: string): string {
  if (key === '') throw new Error('There is no text without a key');
  return `text of ${key}`;
}
function unlessAborted(error: unknown): void {
  if (String(error) !== 'aborted') throw error;
}

/** What handles an error may throw it again; other calls that it makes are trusted. */
export function handled({ title }: Props): void {
  onClick(async () => {
    try {
      await save(title);
    } catch {
      showError(translated('not saved'));
    }
  });
  onClick(() => save(title).catch(error => showError(`${translated('not saved')}: ${error}`)));
  onClick(async () => {
  //      ^^^^^^^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
    try {
      await save(title);
    } catch (error) {
      unlessAborted(error);
    }
  });
  onClick(() => save(title).catch(error => unlessAborted(error)));
  //      ^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  onClick(() => save(title).catch(unlessAborted));
  //      ^^^^^ error: `onClick` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
}

/** The function adds to the query, which is run elsewhere. */
export function paid(orders: Knex.QueryBuilder): readonly Knex.QueryBuilder[] {
  return [
    orders.where(part => part.where('paid')),
    orders.where(async part => {
    //           ^^^^^^^^^^^^^ error: `where` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
      await part.where('paid');
    }),
  ];
}

async function within(title: string, work: () => void): Promise<void> {
  showError(title);
  await work();
}
function beside(title: string, work: () => void): void {
  showError(title);
  work();
}

async function safely(title: string, work: () => void): Promise<void> {
  await within(title, work).catch(showError);
}

/** Who awaits the callback knows better than its type, and so does who hands it on to such a function. */
export async function around(title: string): Promise<void> {
  await within('saving', () => save(title));
  await safely('saving', () => save(title));
  beside('saving', () => save(title));
  //               ^^^^^ error: `beside` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
}

declare function mock(implementation: (() => void) | ((title: string) => any)): void;

/** Who takes functions with any result as well, may look at what comes back. */
export function mocked(title: string): void {
  mock(() => save(title));
}
