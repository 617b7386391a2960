/** One line above the other views that leads to what is wrong. */

import type { JSX } from 'preact';
import type { WarningRow } from '../../shared/panel/questions.ts';
import { counted } from '../../shared/words.ts';
import { Prose } from '../prose.tsx';
import { SeveritySign } from './severity-sign.tsx';

interface Props {
  /** The worst first; at least one. */
  readonly warnings: readonly WarningRow[];
  readonly show: () => void;
}

export function Lead({ warnings, show }: Props): JSX.Element {
  const [{ severity, message }] = warnings as [WarningRow, ...WarningRow[]];
  return (
    <p class="lead">
      <SeveritySign severity={severity} />
      <span class="worst">
        <Prose text={message} />
      </span>
      <button class="link" onClick={show}>
        {warnings.length === 1 ? 'Show the finding' : `Show all ${counted(warnings.length, 'finding')}`}
      </button>
    </p>
  );
}
