/**
 * Starts the three files of a new rule: `npm run new-rule no-lost-timers`. They compile, and the rule's
 * fixture fails until the rule finds what is drawn in it.
 */

import { existsSync, writeFileSync } from 'node:fs';
import { newRuleFiles } from './generate/new-rule-files.ts';

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || rest.length > 0 || !/^[a-z]+(?:-[a-z]+)+$/.test(name)) {
  console.error('Say the name of one rule, in kebab case: npm run new-rule no-lost-timers');
  process.exitCode = 2;
} else {
  start(name);
}

function start(name: string): void {
  const files = newRuleFiles(name);
  const taken = Object.keys(files).filter(file => existsSync(file));
  if (taken.length > 0) {
    console.error(`There is ${taken.join(' and ')} already: choose another name.`);
    process.exitCode = 2;
    return;
  }
  for (const [file, text] of Object.entries(files)) writeFileSync(file, text);
  console.log(`Started ${Object.keys(files).join(', ')}.`);
  console.log('Fill them in, add a line to CHANGELOG.md, and run `npm run generate`.');
}
