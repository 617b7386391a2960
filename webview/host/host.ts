/** The other side of the page: the extension, which answers questions and opens editors. */

import type { FromPage, FromStore, Reveal } from '../../shared/panel/messages.ts';
import type { Answer, Question } from '../../shared/panel/questions.ts';
import type { SourcePlace } from '../../shared/panel/tasks.ts';

export interface Host {
  /** Rejects with a message for people. */
  ask<Q extends Question>(question: Q): Promise<Answer<Q>>;
  /** Opens an editor there. */
  open(place: SourcePlace): void;
  /** Calls back when what was answered is out of date, until the returned function is called. */
  onChange(listener: () => void): () => void;
  /** Calls back when the recording turns out not to be readable. */
  onBroken(listener: (message: string) => void): () => void;
  /** Calls back when somebody wants to see the tasks of a site. From the first call on, the extension knows of us. */
  onReveal(listener: (site: string) => void): () => void;
  /** What the page was shown last; kept while it is hidden. */
  readonly kept: unknown;
  keep(state: unknown): void;
}

/** What VS Code gives to a page. */
interface Editor {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Editor;

interface Pending {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

/** To be called once: VS Code gives its half away only once. */
export function connect(): Host {
  const editor = acquireVsCodeApi();
  const pending = new Map<number, Pending>();
  const changes = new Set<() => void>();
  const breaks = new Set<(message: string) => void>();
  const reveals = new Set<(site: string) => void>();
  let lastId = 0;

  const settle = (id: number, how: (waiting: Pending) => void): void => {
    const waiting = pending.get(id);
    pending.delete(id);
    if (waiting !== undefined) how(waiting);
  };
  const take = (message: FromStore | Reveal): void => {
    switch (message.kind) {
      case 'answer':
        return settle(message.id, it => it.resolve(message.answer));
      case 'failure':
        return settle(message.id, it => it.reject(new Error(message.message)));
      case 'changed':
        return changes.forEach(listener => listener());
      case 'complete':
        return;
      case 'reveal':
        reveals.forEach(listener => listener(message.site));
        return editor.postMessage({ kind: 'revealed' });
      case 'broken':
        return breaks.forEach(listener => listener(message.message));
    }
  };
  window.addEventListener('message', ({ data }: MessageEvent<FromStore | Reveal>) => take(data));

  return {
    ask: <Q extends Question>(question: Q) =>
      new Promise<Answer<Q>>((resolve, reject) => {
        const id = ++lastId;
        pending.set(id, { resolve: resolve as Pending['resolve'], reject });
        editor.postMessage({ kind: 'question', id, question });
      }),
    open: place => editor.postMessage({ kind: 'open', place }),
    onChange: listener => subscribed(changes, listener),
    onBroken: listener => subscribed(breaks, listener),
    onReveal: listener => {
      const end = subscribed(reveals, listener);
      editor.postMessage({ kind: 'ready' });
      return end;
    },
    kept: editor.getState(),
    keep: state => editor.setState(state),
  };
}

function subscribed<Listener>(to: Set<Listener>, listener: Listener): () => void {
  to.add(listener);
  return () => void to.delete(listener);
}
