/** Cut down to a few hooks of plugins. */
declare module 'rollup' {
  export type ObjectHook<Hook> = Hook | { handler: Hook; order?: 'pre' | 'post' | null };
  interface FunctionPluginHooks {
    load: (id: string) => Promise<string>;
    writeBundle: (options: object) => void | Promise<void>;
  }
  type PluginHooks = { [Name in keyof FunctionPluginHooks]: ObjectHook<FunctionPluginHooks[Name]> };
  export interface Plugin extends Partial<PluginHooks> {
    name: string;
  }
}
declare module 'vite' {
  import type { ObjectHook, Plugin as RollupPlugin } from 'rollup';
  export interface Plugin extends RollupPlugin {
    config?: ObjectHook<(config: object) => void | Promise<void>>;
  }
}
