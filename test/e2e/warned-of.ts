import { languages, type TextDocument } from 'vscode';

/** Whether a finding says that the last run has warned of a task that nobody awaits. */
export const isWarnedOf = ({ uri }: TextDocument): boolean =>
  languages
    .getDiagnostics(uri)
    .some(({ relatedInformation = [] }) =>
      relatedInformation.some(({ message }) => message.startsWith('In the last run (never-awaited)')),
    );
