/** Cut down to what is called by a template. */
declare module 'execa' {
  export function execaSync(parts: TemplateStringsArray, ...values: readonly string[]): { readonly stdout: string };
}
