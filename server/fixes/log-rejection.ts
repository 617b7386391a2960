/** The plainest handler for rejections. */

import type { Node } from '../syntax/ast.ts';
import { styleOf } from './style.ts';

export const LOG_ERROR = 'console.error(error)';

/** `.catch(…)`, to be put after a promise. */
export function catchAndLog(promise: Node): string {
  return `.catch(error => { ${LOG_ERROR}${styleOf(promise).semicolon} })`;
}
