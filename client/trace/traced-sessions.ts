// Debug sessions whose program is recorded: any Node launch configuration with `"asyncTrace": true`.
import {
  debug,
  EventEmitter,
  workspace,
  type DebugConfiguration,
  type DebugConfigurationProvider,
  type DebugSession,
  type Disposable,
  type Event,
  type WorkspaceFolder,
} from 'vscode';
import { SETTINGS_VARIABLE, settingsFrom } from '../../shared/trace/settings.ts';
import { tracedEnvironment, type Environment } from '../../shared/trace/environment.ts';
import type { Recordings } from './recordings.ts';

/** The types of VS Code's own debugger for Node; each is resolved by itself. */
const TYPES = ['node', 'pwa-node'] as const;

/** A program that is being recorded, or was. */
export interface TracedRun {
  /** What people started: the session's name. */
  readonly name: string;
  /** Path of the recording. */
  readonly file: string;
}

export class TracedSessions implements DebugConfigurationProvider, Disposable {
  readonly #recordings: Recordings;
  readonly #shim: string;
  readonly #begins = new EventEmitter<TracedRun>();
  readonly #ends = new EventEmitter<TracedRun>();
  readonly #registered: readonly Disposable[];

  readonly onBegin: Event<TracedRun> = this.#begins.event;
  readonly onEnd: Event<TracedRun> = this.#ends.event;

  /** `shim` is the path of the built shim. */
  constructor(recordings: Recordings, shim: string) {
    this.#recordings = recordings;
    this.#shim = shim;
    this.#registered = [
      ...TYPES.map(type => debug.registerDebugConfigurationProvider(type, this)),
      debug.onDidStartDebugSession(session => this.#tell(this.#begins, session)),
      debug.onDidTerminateDebugSession(session => this.#tell(this.#ends, session)),
    ];
  }

  /** Called for every launch, and twice for one whose type another provider changes. */
  async resolveDebugConfiguration(
    folder: WorkspaceFolder | undefined,
    configuration: DebugConfiguration,
  ): Promise<DebugConfiguration> {
    const { asyncTrace, env = {} } = configuration as { readonly asyncTrace?: unknown; readonly env?: Environment };
    if (asyncTrace !== true || !workspace.isTrusted || configuration.request !== 'launch') return configuration;
    if (recordingOf(configuration) !== undefined) return configuration;
    // What a configuration does not set comes from the editor's environment, which ours would hide.
    const inherited = { NODE_OPTIONS: process.env['NODE_OPTIONS'], ...env };
    const reasons = workspace.getConfiguration('asynclens', folder).get('recordReasons', true);
    const file = await this.#recordings.begin();
    return { ...configuration, env: tracedEnvironment(inherited, this.#shim, { file, reasons }) };
  }

  dispose(): void {
    for (const it of [...this.#registered, this.#begins, this.#ends]) it.dispose();
  }

  /** Child processes are sessions below the one that people started. */
  #tell(listeners: EventEmitter<TracedRun>, { name, configuration, parentSession }: DebugSession): void {
    const file = recordingOf(configuration);
    if (file !== undefined && parentSession === undefined) listeners.fire({ name, file });
  }
}

const recordingOf = ({ env }: DebugConfiguration): string | undefined =>
  settingsFrom((env as Environment | undefined)?.[SETTINGS_VARIABLE])?.file;
