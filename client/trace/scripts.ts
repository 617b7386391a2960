// The scripts in a package.json.
import { parseTree, type Node } from 'jsonc-parser';
import { Range, type TextDocument } from 'vscode';

export interface Script {
  readonly name: string;
  /** What it runs. */
  readonly command: string;
  /** Of its name. */
  readonly range: Range;
}

/** As they stand in the text, which may be one that is being typed. */
export function scriptsIn(document: TextDocument): Script[] {
  const manifest = parseTree(document.getText());
  const scripts = manifest?.children?.find(({ children }) => children?.[0]?.value === 'scripts')?.children?.[1];
  const members = scripts?.type === 'object' ? (scripts.children ?? []) : [];
  return members.flatMap(({ children: [name, command] = [] }) =>
    name === undefined ? [] : scriptOf(document, name, command),
  );
}

const scriptOf = (document: TextDocument, { offset, length, value }: Node, command: Node | undefined): Script => ({
  name: String(value),
  command: String(command?.value ?? ''),
  range: new Range(document.positionAt(offset), document.positionAt(offset + length)),
});
