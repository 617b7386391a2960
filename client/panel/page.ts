// The page of the panel: what it may load, and nothing else.
import { randomBytes } from 'node:crypto';
import { Uri, type ExtensionContext, type Webview } from 'vscode';

/** Lets a webview show the panel, in VS Code's panel area or as an editor: their backgrounds differ. */
export function showPage(webview: Webview, { extensionUri }: ExtensionContext, place: 'panel' | 'editor'): void {
  const dist = Uri.joinPath(extensionUri, 'dist');
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  const uriOf = (name: string) => String(webview.asWebviewUri(Uri.joinPath(dist, name)));
  const nonce = randomBytes(16).toString('base64url');
  webview.html = `<!DOCTYPE html>
<html lang="en" data-place="${place}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource} 'unsafe-inline'">
    <link rel="stylesheet" href="${uriOf('webview.css')}">
    <title>Asynclens</title>
  </head>
  <body>
    <div id="app"></div>
    <script type="module" nonce="${nonce}" src="${uriOf('webview.js')}"></script>
  </body>
</html>`;
}
