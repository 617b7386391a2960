// options: {}
// Functions that a template calls.
import { execaSync } from 'execa';

export async function head(branch: string) {
  const { stdout } = execaSync`git rev-parse ${branch}`;
  //                 ^^^^^^^^^ error: `execaSync` runs a program synchronously; nothing else runs meanwhile.
  return stdout;
}

/** @blocking */
declare function build(parts: TemplateStringsArray): string;

export const handle = async () => build`all`;
//                                ^^^^^ error: `build` does its work synchronously; nothing else runs meanwhile.
