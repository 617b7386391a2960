// Signs beside line numbers: one to three bars, full where code kept the thread, open where it waited.
import { Uri } from 'vscode';
import type { Heat } from '../../shared/panel/code.ts';

export type What = 'running' | 'waiting';

export const HEATS = (['running', 'waiting'] as const).flatMap(what =>
  ([1, 2, 3] as const).map(heat => ({ what, heat })),
);

/** At least 3 to 1 against the backgrounds of VS Code's themes, high contrast included. */
const COLOURS: Readonly<Record<What, Readonly<Record<'dark' | 'light', string>>>> = {
  running: { dark: '#f0883e', light: '#b54708' },
  waiting: { dark: '#58a6ff', light: '#0b5cad' },
};

/** As many bars as the heat says, from 1 to 3, as an image. */
export function heatIcon(what: What, heat: Heat, background: 'dark' | 'light'): Uri {
  const colour = COLOURS[what][background];
  const style = what === 'running' ? `fill="${colour}"` : `fill="none" stroke="${colour}"`;
  const bars = [1, 2, 3].slice(0, heat).map(bar => {
    const height = 2 + 3 * bar;
    return `<rect x="${bar * 4 - 1.5}" y="${13.5 - height}" width="2.5" height="${height}" ${style}/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${bars.join('')}</svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
}
