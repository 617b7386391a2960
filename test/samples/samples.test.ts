// The samples do what their pages say: what they print, and what Asynclens finds in them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

describe('the samples', () => {
  it('type-check', () => {
    const { status, stdout } = node('node_modules/typescript/bin/tsc', '-p', 'samples');
    assert.equal(status, 0, stdout);
  });

  for (const sample of readdirSync('samples').filter(name => existsSync(`samples/${name}/main.ts`))) {
    const page = readFileSync(`samples/${sample}/README.md`, 'utf8');

    it(`${sample} prints what its page says`, () => {
      assert.equal(node('out/scripts/sample.js', sample).stdout, block(page, 'output'));
    });

    it(`${sample} has the findings that its page names`, () => {
      assert.equal(findings(`samples/${sample}`), block(page, 'findings'));
    });
  }
});

const node = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

/** The fenced block of a kind in a page, empty where there is none. */
const block = (page: string, kind: string): string =>
  new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? '';

interface FileResult {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly column: number; readonly ruleId: string }[];
}

/** What the command line finds below a folder, a line each. */
function findings(folder: string): string {
  const files = JSON.parse(node('dist/cli.js', 'check', folder, '--format', 'json').stdout) as readonly FileResult[];
  return files
    .flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId }) => `${basename(filePath)}:${line}:${column} ${ruleId}\n`),
    )
    .join('');
}
