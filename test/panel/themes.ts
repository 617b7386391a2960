/** The colours that VS Code gives to a page: see `scripts/panel-themes.ts`. */

import { readFileSync } from 'node:fs';

export const THEME_KINDS = [
  'vscode-dark',
  'vscode-light',
  'vscode-high-contrast',
  'vscode-high-contrast-light',
] as const;
export type ThemeKind = (typeof THEME_KINDS)[number];

type Variables = Readonly<Record<string, string>>;

const THEMES = JSON.parse(readFileSync('test/panel/themes.json', 'utf8')) as Readonly<Record<ThemeKind, Variables>>;

/** Colours that can be told apart by their pixels. */
const PLAIN: Variables = {
  '--vscode-foreground': '#eee',
  '--vscode-editor-background': '#111',
  '--vscode-charts-green': '#0f0',
  '--vscode-charts-yellow': '#ff0',
  '--vscode-charts-blue': '#00f',
  '--vscode-charts-red': '#f00',
  '--vscode-focusBorder': '#f0f',
};

/** As VS Code sets them, and the background behind the page. */
export function cssOf(theme: ThemeKind | undefined): string {
  const variables = theme === undefined ? PLAIN : THEMES[theme];
  const lines = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  return `:root { ${lines.join(' ')} } body { background: var(--vscode-editor-background); }`;
}
