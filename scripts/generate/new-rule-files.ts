/** The first version of the three files that a person writes for a rule. */

import { camelCase } from './rule-sources.ts';

/** File names, relative to the repository, and their contents. */
export function newRuleFiles(name: string): Record<string, string> {
  return {
    [`server/rules/${name}.ts`]: source(name),
    [`docs/rules/${name}.md`]: page(name),
    [`test/rules/${name}.ts`]: fixture,
  };
}

const source = (name: string): string => `import { SyntaxKind } from '../syntax/ast.ts';
import { NOTHING, type Rule } from './rule.ts';

/**
 * TODO: what is wrong with the code that this finds.
 *
 *     before();        // reported
 *     await after();   // fine
 */
export const ${camelCase(name)}: Rule = {
  meta: {
    name: '${name}',
    category: 'correctness',
    summary: 'Reports TODO.',
    presets: { recommended: 'warn', strict: 'error', 'typescript-eslint': 'off' },
    options: { type: 'object', additionalProperties: false, properties: {} },
    equivalents: [],
  },

  kinds: () => [SyntaxKind.ExpressionStatement],

  *check() {
    return NOTHING;
  },
};
`;

const page = (name: string): string => `# ${name}

Reports TODO.

## What it finds

TODO

## Why it matters

TODO

## Example

\`\`\`ts
// TODO: code in which the rule finds something
\`\`\`

## Instead

\`\`\`ts
// TODO: the same, mended
\`\`\`

## Options

None.

## Fixes

TODO

## When to silence it

TODO
`;

const fixture = `// TODO: a small program with what the rule finds, drawn below the lines, and code that is fine.
export function todo(): void {
  console.log('find this');
  //^^^^^^^^^^^^^^^^^^^^^^ warn: TODO.
}
`;
