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
import {
  DEFAULT_SAMPLE_ABOVE,
  SETTINGS_VARIABLE,
  settingsFrom,
  type TraceSettings,
} from '../../shared/trace/settings.ts';
import { tracedEnvironment, type Environment } from '../../shared/trace/environment.ts';
import { plansFolder } from '../../trace-host/plans-folder.ts';
import { flushWhenStopped } from './flush-when-stopped.ts';
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
  readonly #cache: string;
  readonly #begins = new EventEmitter<TracedRun>();
  readonly #ends = new EventEmitter<TracedRun>();
  readonly #registered: readonly Disposable[];

  readonly onBegin: Event<TracedRun> = this.#begins.event;
  readonly onEnd: Event<TracedRun> = this.#ends.event;

  /** `shim` is the path of the built shim, `cache` a folder for what is kept from one run to the next. */
  constructor(recordings: Recordings, shim: string, cache: string) {
    this.#recordings = recordings;
    this.#shim = shim;
    this.#cache = cache;
    this.#registered = [
      ...TYPES.map(type => debug.registerDebugConfigurationProvider(type, this)),
      ...TYPES.map(type => flushWhenStopped(type, session => recordingOf(startedByPeople(session)) !== undefined)),
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
    return { ...configuration, env: tracedEnvironment(inherited, this.#shim, await this.#settings(folder)) };
  }

  async #settings(folder: WorkspaceFolder | undefined): Promise<TraceSettings> {
    const ours = workspace.getConfiguration('asynclens', folder);
    const [file, plans] = await Promise.all([this.#recordings.begin(), plansFolder(this.#cache, this.#shim)]);
    return {
      file,
      ...(plans !== undefined && { plans }),
      reasons: ours.get('recordReasons', true),
      sampleAbove: ours.get('sampleAbove', DEFAULT_SAMPLE_ABOVE),
      packages: ours.get('tracedPackages', []),
    };
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

/** The configuration of a session, or of the one that people started, far above it. */
function startedByPeople({ configuration, parentSession }: DebugSession): DebugConfiguration {
  return parentSession === undefined ? configuration : startedByPeople(parentSession);
}

const recordingOf = ({ env }: DebugConfiguration): string | undefined =>
  settingsFrom((env as Environment | undefined)?.[SETTINGS_VARIABLE])?.file;
