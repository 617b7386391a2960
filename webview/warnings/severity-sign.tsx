/** How bad it is, not by colour alone. */

import type { JSX } from 'preact';
import type { Severity } from '../../shared/finding.ts';

const SIGNS: Readonly<Record<Severity, string>> = { error: '✗', warn: '▲', info: 'ℹ', hint: '·' };

export const SeveritySign = ({ severity }: { readonly severity: Severity }): JSX.Element => (
  <span class={`severity ${severity}`} role="img" aria-label={severity}>
    {SIGNS[severity]}
  </span>
);
