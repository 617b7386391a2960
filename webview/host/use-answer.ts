/** Questions as components ask them. */

import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Answer, Question } from '../../shared/panel/questions.ts';
import type { Host } from './host.ts';

export const HostContext = createContext<Host | undefined>(undefined);

/** Who answers questions. @throws Error in a component that nobody has given one */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error('There is no host around this component.');
  return host;
}

/** What is known of the answer to a question. */
export type Known<Q extends Question> =
  | { readonly kind: 'asked' }
  /** `question` is the one that was answered, which may not be the one that is asked by now. */
  | { readonly kind: 'answered'; readonly question: Q; readonly answer: Answer<Q> }
  | { readonly kind: 'failed'; readonly message: string };

/** Whether the answer is out: what is known may be of another question. */
export const isAnswered = <Q extends Question>(known: Known<Q>, question: Q): boolean =>
  known.kind === 'answered' && JSON.stringify(known.question) === JSON.stringify(question);

/**
 * The answer to a question, asked again whenever the recording changes. Until a new one comes, also to a new question
 * of the same kind, the last one stands: nothing flickers. While there is no question, nothing is asked.
 */
export function useAnswer<Q extends Question>(question: Q | undefined): Known<Q> {
  const host = useHost();
  const [known, setKnown] = useState<Known<Q>>({ kind: 'asked' });
  const asked = JSON.stringify(question);
  useEffect(() => {
    if (question === undefined) return undefined;
    let isWanted = true;
    let isWaiting = false;
    let isStale = false;
    const ask = (): void => {
      isStale = isWaiting;
      if (isWaiting) return;
      isWaiting = true;
      host
        .ask(question)
        .then(
          answer => isWanted && setKnown({ kind: 'answered', question, answer }),
          (error: Error) => isWanted && setKnown({ kind: 'failed', message: error.message }),
        )
        .finally(() => {
          isWaiting = false;
          if (isStale && isWanted) ask();
        })
        // Only what is drawn can fail here, and Preact has reported that.
        .catch(() => undefined);
    };
    ask();
    const stop = host.onChange(ask);
    return () => {
      isWanted = false;
      stop();
    };
  }, [host, asked]);
  return known;
}
