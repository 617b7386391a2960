// The language status item: what Asynclens does, in which project, what it found and what it costs.
import { languages, LanguageStatusSeverity, type Disposable } from 'vscode';
import type { ServerState, StatusParams } from '../shared/requests.ts';
import { SOURCES } from './documents.ts';

export interface StatusItem extends Disposable {
  /** Shows what the server said last. */
  show(status: StatusParams): void;
  /** Shows a state that the server itself cannot report: it is not up, or gone for good. */
  showState(state: ServerState): void;
}

const MEGABYTE = 1024 * 1024;
const UNKNOWN: Omit<StatusParams, 'state'> = { project: undefined, findings: 0, memory: { server: 0, compiler: 0 } };

export function createStatusItem(): StatusItem {
  const item = languages.createLanguageStatusItem('asynclens.status', SOURCES);
  item.name = 'Asynclens';
  item.command = { command: 'asynclens.showOutput', title: 'Show Output' };
  const show = (status: StatusParams): void => {
    item.text = headline(status);
    item.detail = detail(status);
    item.busy = status.state.kind === 'starting' || status.state.kind === 'analysing';
    item.severity = severity(status.state);
  };
  return { show, showState: state => show({ ...UNKNOWN, state }), dispose: () => item.dispose() };
}

function headline({ state, findings }: StatusParams): string {
  switch (state.kind) {
    case 'starting':
      return 'Asynclens is starting';
    case 'ready':
      return `Asynclens: ${count(findings)}`;
    case 'analysing':
      return `Asynclens: ${count(findings)}, checking ${state.what}`;
    case 'recovering':
      return `Asynclens is recovering: ${state.reason}`;
    case 'failed':
      return `Asynclens stopped: ${state.reason}`;
  }
}

function detail({ project, memory }: StatusParams): string {
  const parts = project === undefined ? [] : [project];
  if (memory.server > 0) parts.push(`server ${megabytes(memory.server)}`);
  if (memory.compiler > 0) parts.push(`compiler ${megabytes(memory.compiler)}`);
  return parts.join(' · ');
}

function severity(state: ServerState): LanguageStatusSeverity {
  if (state.kind === 'failed') return LanguageStatusSeverity.Error;
  if (state.kind === 'recovering') return LanguageStatusSeverity.Warning;
  return LanguageStatusSeverity.Information;
}

const count = (findings: number): string => (findings === 1 ? '1 finding' : `${findings || 'no'} findings`);
const megabytes = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`;
