// The page of the panel: what it may load, and nothing else.
import { randomBytes } from 'node:crypto';
import { Uri, type ExtensionContext, type Webview } from 'vscode';

/** Lets a webview show the panel, in VS Code's panel area or as an editor: their backgrounds differ. */
export function showPage(webview: Webview, { extensionUri }: ExtensionContext, place: 'panel' | 'editor'): void {
  const dist = Uri.joinPath(extensionUri, 'dist');
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(dist, 'webview.js'));
  webview.html = documentOf(webview, dist, {
    place,
    mayRun: ` script-src 'nonce-${nonce}';`,
    body: `<div id="app"></div>
    <script type="module" nonce="${nonce}" src="${String(script)}"></script>`,
  });
}

/** Lets the webview in the panel area show text with links to commands, and to no others than those. */
export function showText(
  webview: Webview,
  { extensionUri }: ExtensionContext,
  body: string,
  commands: readonly string[],
): void {
  const dist = Uri.joinPath(extensionUri, 'dist');
  webview.options = { enableCommandUris: commands, localResourceRoots: [dist] };
  webview.html = documentOf(webview, dist, { place: 'panel', mayRun: '', body });
}

interface Parts {
  readonly place: 'panel' | 'editor';
  /** What of scripts is allowed; empty for none. */
  readonly mayRun: string;
  readonly body: string;
}

const documentOf = (webview: Webview, dist: Uri, { place, mayRun, body }: Parts): string => `<!DOCTYPE html>
<html lang="en" data-place="${place}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy"
      content="default-src 'none';${mayRun} style-src ${webview.cspSource} 'unsafe-inline'">
    <link rel="stylesheet" href="${String(webview.asWebviewUri(Uri.joinPath(dist, 'webview.css')))}">
    <title>Asynclens</title>
  </head>
  <body>
    ${body}
  </body>
</html>`;
