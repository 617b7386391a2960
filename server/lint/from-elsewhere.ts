/** What rules learn of files from others that these do not import. */

import { hash } from 'node:crypto';
import type { Program } from '../engine/program.ts';
import type { Asking } from '../engine/questions.ts';
import type { Rule } from '../rules/rule.ts';
import { contextOf, type CheckInput } from './check.ts';
import { isOn } from './config-resolve.ts';

/** A hash for each input, in their order; empty for one of which nothing is learnt. */
export function fromElsewhere(program: Program, inputs: readonly CheckInput[], rules: readonly Rule[]): string[] {
  const searching = rules.filter(rule => rule.fromElsewhere);
  return program.run(inputs.map(input => learnt(input, searching)));
}

function* learnt(input: CheckInput, rules: readonly Rule[]): Asking<string> {
  const texts: string[] = [];
  for (const rule of rules) {
    if (!isOn(input.config.severity(rule.meta))) continue;
    const text = yield* rule.fromElsewhere!(input.source, contextOf(input, rule));
    if (text !== '') texts.push(`${rule.meta.name}\n${text}`);
  }
  return texts.length > 0 ? hash('sha256', texts.join('\n'), 'base64').slice(0, 16) : '';
}
