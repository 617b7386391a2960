/** Colours by meaning. */

import { styleText } from 'node:util';
import type { Severity } from '../../shared/finding.ts';

export interface Paint {
  readonly error: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

type Style = Parameters<typeof styleText>[0];

const OF_SEVERITY: Readonly<Record<Severity, Style>> = { error: 'red', warn: 'yellow', info: 'blue', hint: 'cyan' };

export function paintWith(colour: boolean): Paint {
  // Whether there are colours is decided by the caller: styleText must not look at the streams itself.
  const style = (name: Style, text: string) =>
    colour && text !== '' ? styleText(name, text, { validateStream: false }) : text;
  return {
    error: text => style('red', text),
    strong: text => style('bold', text),
    faint: text => style('dim', text),
    severity: (severity, text) => style(OF_SEVERITY[severity], text),
  };
}
