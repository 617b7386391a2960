import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { formatGithub } from '../../cli/formats/github.ts';
import { formatJson } from '../../cli/formats/json.ts';
import { formatSarif } from '../../cli/formats/sarif.ts';
import { formatText } from '../../cli/formats/text.ts';
import { SAMPLE_RESULT } from './sample-result.ts';

const SARIF_SCHEMA = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
const EMPTY = { ...SAMPLE_RESULT, reports: [] };

describe('text output', () => {
  it('shows each finding in its code', () => {
    assert.equal(
      formatText(SAMPLE_RESULT),
      `src/a b.ts:4:2 error no-floating-promises
  This promise floats: 100 % lost.
  Await it.
  src/a b.ts:1:16 \`save\` is declared here

  3 │ }
> 4 │   save(),
    │   ^^^^^^^
> 5 │   save();
    │   ^^^^^^^
  6 │ readFileSync();

src/a b.ts:6:1 warning no-blocking-call
  This blocks.

  5 │   save();
> 6 │ readFileSync();
    │ ^^^^^^^^^^^^^^
  7 │

src/a b.ts:6:1 info unused-suppression
  Of no use.

  5 │   save();
> 6 │ readFileSync();
    │ ^^^^^^^^^^^^^^
  7 │

1 error, 1 warning, 1 info in 2 files checked.
`,
    );
  });

  it('says so when nothing was found', () => {
    const [, clean] = SAMPLE_RESULT.reports;
    assert.equal(formatText({ ...SAMPLE_RESULT, reports: [clean!] }), 'No findings, 1 file checked.\n');
  });

  it('has colours where they are seen', () => {
    const coloured = formatText({ ...SAMPLE_RESULT, colour: true });
    assert.match(coloured, /\u001b\[31merror\u001b\[39m/);
    assert.equal(coloured.replaceAll(/\u001b\[\d+m/g, ''), formatText(SAMPLE_RESULT));
  });
});

describe('json output', () => {
  const [file, clean] = JSON.parse(formatJson(SAMPLE_RESULT));

  it('counts as ESLint does', () => {
    const { errorCount, warningCount, fixableErrorCount, fixableWarningCount, fatalErrorCount } = file;
    assert.deepEqual(
      [errorCount, warningCount, fixableErrorCount, fixableWarningCount, fatalErrorCount],
      [1, 2, 1, 0, 0],
    );
    assert.equal(file.filePath, '/app/src/a b.ts');
    assert.deepEqual(clean.messages, []);
  });

  it('counts lines and columns from 1', () => {
    const { ruleId, severity, line, column, endLine, endColumn } = file.messages[0];
    assert.deepEqual([ruleId, severity, line, column, endLine, endColumn], ['no-floating-promises', 2, 4, 2, 5, 10]);
    assert.equal(file.messages[1].severity, 1);
  });

  it('makes one edit of several, which gives the same text', () => {
    const { range, text } = file.messages[0].fix;
    assert.equal(file.source.slice(...range), 'save(),\n  ');
    assert.equal(text, 'await save(),\n  await ');
  });

  it('suggests what changes this file alone', () => {
    const suggestions = file.messages[0].suggestions as { desc: string; fix: { text: string } }[];
    assert.deepEqual(
      suggestions.map(({ desc, fix }) => [desc, fix.text]),
      [['Mark with `void`', 'void ']],
    );
    assert.equal(file.messages[1].suggestions, undefined);
  });
});

describe('github output', () => {
  it('is a workflow command for each finding, with what is special in it escaped', () => {
    assert.deepEqual(formatGithub(SAMPLE_RESULT).split('\n'), [
      '::error file=src/a b.ts,line=4,col=2,endLine=5,title=asynclens no-floating-promises::' +
        'This promise floats: 100 %25 lost.%0AAwait it.',
      '::warning file=src/a b.ts,line=6,col=1,endLine=6,endColumn=15,title=asynclens no-blocking-call::This blocks.',
      '::notice file=src/a b.ts,line=6,col=1,endLine=6,endColumn=15,title=asynclens unused-suppression::Of no use.',
      '',
    ]);
    assert.match(formatGithub({ ...SAMPLE_RESULT, cwd: '/odd: folder, too' }), /^::error file=\/app\/src\/a b\.ts,/);
  });

  it('is empty when nothing was found', () => assert.equal(formatGithub(EMPTY), ''));
});

describe('sarif output', () => {
  // The schema is of draft 4, of which Ajv knows all but these two names; one pattern in it is valid only without `u`.
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(SARIF_SCHEMA, 'utf8')) as Record<string, unknown>;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
  const log = JSON.parse(formatSarif(SAMPLE_RESULT)) as { runs: [any] };

  it('follows the standard', () => {
    assert.ok(validate(log), JSON.stringify(validate.errors));
    assert.ok(validate(JSON.parse(formatSarif(EMPTY))), JSON.stringify(validate.errors));
    assert.ok(!validate({ ...log, runs: [{ results: [] }] }), 'a run without a tool must not pass');
  });

  const [run] = log.runs;

  it('explains each rule that it mentions', () => {
    for (const { ruleId, ruleIndex } of run.results) {
      const rule = run.tool.driver.rules[ruleIndex];
      assert.equal(rule.id, ruleId);
      assert.match(rule.helpUri, new RegExp(`^https://.*/${ruleId}\\.md$`));
    }
    assert.deepEqual(
      run.results.map((result: { level: string }) => result.level),
      ['error', 'warning', 'note'],
    );
  });

  it('names files relative to the working directory', () => {
    const { artifactLocation, region } = run.results[0].locations[0].physicalLocation;
    assert.deepEqual(artifactLocation, { uri: 'src/a%20b.ts', uriBaseId: 'SRCROOT' });
    assert.deepEqual(region, { startLine: 4, startColumn: 2, endLine: 5, endColumn: 10 });
    assert.deepEqual(run.originalUriBaseIds, { SRCROOT: { uri: 'file:///app/' } });
  });

  it('has fixes and related places', () => {
    const [{ relatedLocations, fixes }] = run.results;
    assert.equal(relatedLocations[0].message.text, '`save` is declared here');
    assert.deepEqual(
      fixes.map((fix: { description: { text: string } }) => fix.description.text),
      ['Await both', 'Mark with `void`', 'Change another file, too'],
    );
    assert.equal(fixes[0].artifactChanges[0].replacements.length, 2);
  });
});
