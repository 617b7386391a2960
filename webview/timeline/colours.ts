/** The theme's colours, for what is drawn rather than styled. */

import { useEffect, useState } from 'preact/hooks';

export interface Colours {
  readonly running: string;
  readonly ready: string;
  readonly suspended: string;
  readonly unended: string;
  readonly several: string;
  readonly blocked: string;
  readonly text: string;
  readonly faint: string;
  readonly edge: string;
  readonly selection: string;
  readonly background: string;
}

function read(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (...names: string[]): string => names.map(name => style.getPropertyValue(name)).find(Boolean) ?? 'grey';
  return {
    running: of('--vscode-charts-green', '--vscode-foreground'),
    ready: of('--vscode-charts-yellow', '--vscode-foreground'),
    suspended: of('--vscode-charts-blue', '--vscode-foreground'),
    unended: of('--vscode-charts-blue', '--vscode-foreground'),
    several: of('--vscode-charts-foreground', '--vscode-foreground'),
    blocked: of('--vscode-charts-red', '--vscode-foreground'),
    text: of('--vscode-foreground'),
    faint: of('--vscode-descriptionForeground', '--vscode-foreground'),
    edge: of('--vscode-panel-border', '--vscode-contrastBorder', '--vscode-foreground'),
    selection: of('--vscode-focusBorder', '--vscode-foreground'),
    background: of('--background'),
  };
}

/** They change with the theme, which VS Code tells by the body's class. */
export function useColours(): Colours {
  const [colours, setColours] = useState(read);
  useEffect(() => {
    const changes = new MutationObserver(() => setColours(read()));
    changes.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
    return () => changes.disconnect();
  }, []);
  return colours;
}
