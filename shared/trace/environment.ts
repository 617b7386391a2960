/** The environment of a program that is to be recorded, and of all that it starts. */

import { SETTINGS_VARIABLE, type TraceSettings } from './settings.ts';

export type Environment = Record<string, string | undefined>;

/** `env` with what makes Node load the shim; `shim` is the path of the built shim. */
export function tracedEnvironment(env: Environment, shim: string, settings: TraceSettings): Environment {
  // Ours comes first: what other tools load is then seen, too. Node reads quoted paths there as JSON strings are
  // written.
  const options = [`--require ${JSON.stringify(shim)}`, env['NODE_OPTIONS']].filter(Boolean).join(' ');
  return { ...env, NODE_OPTIONS: options, [SETTINGS_VARIABLE]: JSON.stringify(settings) };
}
