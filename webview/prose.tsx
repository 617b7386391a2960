/** Sentences with code in them, which stands between backticks. */

import type { JSX } from 'preact';

export const Prose = ({ text }: { readonly text: string }): JSX.Element => (
  <>{text.split('`').map((part, at) => (at % 2 === 0 ? part : <code key={at}>{part}</code>))}</>
);
