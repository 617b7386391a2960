/** Sentences with code in them, which stands between backticks. */

import type { JSX } from 'preact';

/** Between two backticks, code may hold one. */
const CODE = /``\s?(.*?)\s?``|`([^`]*)`/g;

export function Prose({ text }: { readonly text: string }): JSX.Element {
  const parts: (JSX.Element | string)[] = [];
  let end = 0;
  for (const found of text.matchAll(CODE)) {
    parts.push(text.slice(end, found.index), <code key={found.index}>{found[1] ?? found[2]}</code>);
    end = found.index + found[0].length;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
