/** ESLint's JSON report, which the command line of Asynclens writes too. Lines and columns are 1-based. */

export interface EslintEdit {
  /** Offsets in UTF-16 code units, end exclusive. */
  readonly range: readonly [number, number];
  readonly text: string;
}

export interface EslintMessage {
  readonly ruleId: string | null;
  /** The file could not be parsed or lies in no project. */
  readonly fatal?: boolean;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly fix?: EslintEdit;
  readonly suggestions?: readonly { readonly desc: string; readonly fix: EslintEdit }[];
}

export interface EslintFile {
  readonly filePath: string;
  readonly messages: readonly EslintMessage[];
}

export const applyEdit = (text: string, { range: [start, end], text: inserted }: EslintEdit): string =>
  text.slice(0, start) + inserted + text.slice(end);
