// Writes the colours of VS Code's own themes, as its webviews get them, for the tests of the panel's page:
//   node out/scripts/panel-themes.js
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { encodeFileHeader } from '../shared/trace/frame.ts';
import { launchBrowser } from './vscode/chromium.ts';
import { openRecording, panelFrame } from './vscode/panel.ts';
import { startServer } from './vscode/server.ts';

/** By the kind that VS Code gives as a class to the body of a page. */
const THEMES = {
  'vscode-dark': 'Dark Modern',
  'vscode-light': 'Light Modern',
  'vscode-high-contrast': 'Default High Contrast',
  'vscode-high-contrast-light': 'Default High Contrast Light',
} as const;

/** The variables that the page looks at. */
const used = new Set(
  readdirSync('webview', { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:css|tsx?)$/.test(name))
    .flatMap(name => readFileSync(join('webview', name), 'utf8').match(/--vscode-[\w-]+/g) ?? []),
);

const folder = mkdtempSync(join(tmpdir(), 'asynclens-'));
const browser = await launchBrowser();
const found: Record<string, Record<string, string>> = {};
try {
  // A file of its own lets the extension start: from then on VS Code knows what a recording is.
  writeFileSync(join(folder, 'asynclens.json'), '{}');
  writeFileSync(join(folder, 'empty.asynclens'), encodeFileHeader());
  for (const [kind, theme] of Object.entries(THEMES)) found[kind] = await variablesOf(theme, kind);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
writeFileSync('test/panel/themes.json', `${JSON.stringify(found, undefined, 2)}\n`);

async function variablesOf(theme: string, kind: string): Promise<Record<string, string>> {
  const server = await startServer({ settings: { 'workbench.colorTheme': theme } });
  try {
    const page = await browser.newPage();
    await page.goto(server.address({ folder, extension: resolve('.') }));
    await openRecording(page, 'empty.asynclens');
    const frame = await panelFrame(page);
    const classes = await frame.evaluate<string>('document.body.className');
    if (!classes.split(' ').includes(kind))
      throw new Error(`VS Code has no theme "${theme}" of the kind ${kind}: ${classes}`);
    const all = await frame.evaluate<[name: string, value: string][]>(
      'Array.from(document.documentElement.style, name => [name, document.documentElement.style.getPropertyValue(name)])',
    );
    await page.close();
    return Object.fromEntries(all.filter(([name]) => used.has(name)).sort());
  } finally {
    await server.stop();
  }
}
