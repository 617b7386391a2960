/** Every fix of every rule, made in the programs in test/rules: each leaves them with no more errors than before. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Edit, Fix } from '../../shared/finding.ts';
import { applyEdits } from '../../shared/apply-edits.ts';
import { errorsOfEach } from '../../scripts/one-at-a-time.ts';
import { TypeErrors, type NewError } from '../../scripts/type-errors.ts';
import { erase } from './drawn-squiggles.ts';
import { FIXTURES, fixedFile, ROOT, workspaceOfRules } from './rule-programs.ts';

/** What is linted, by its file. */
const programs = new Map(FIXTURES.map(fixture => [fixture, erase(readFileSync(fixture, 'utf8'))]));

interface MadeFix {
  readonly name: string;
  /** The new text of each file that it changes. */
  readonly changes: ReadonlyMap<string, string>;
}

describe('fixes in the fixtures', function () {
  this.timeout(300_000);
  let project: TypeErrors;
  before(() => void (project = new TypeErrors(`${ROOT}/tsconfig.json`)));
  after(() => project.close());

  it('type-check one at a time', () => {
    const fixes = allFixes();
    assert.notEqual(fixes.length, 0);
    const broken = Array.from(errorsOfEach(fixes, project)).filter(([, errors]) => errors.length > 0);
    assert.deepEqual(broken.map(([{ name }, errors]) => [name, ...errors.map(inWords)]), []);
  });

  it('type-check where all safe ones are made', () => {
    const mended = new Map(
      FIXTURES.filter(file => existsSync(fixedFile(file))).map(file => [file, readFileSync(fixedFile(file), 'utf8')]),
    );
    assert.notEqual(mended.size, 0);
    assert.deepEqual(project.newErrors(mended).map(inWords), []);
  });

  it('are found wrong where they are', () => {
    const [file] = FIXTURES;
    const changes = new Map([[file!, `${programs.get(file!)}\nexport const wrong: string = 1;`]]);
    assert.equal(project.newErrors(changes).length, 1);
  });
});

const inWords = ({ file, code, text }: NewError): string => `${file}: TS${code}: ${text}`;

function allFixes(): readonly MadeFix[] {
  const workspace = workspaceOfRules();
  try {
    for (const [file, program] of programs) workspace.setDocument(file, program);
    const findings = [...programs].flatMap(([file, program]) => workspace.findingsAt(file, 0, program.length));
    return findings.flatMap(({ rule, span, fixes }) =>
      fixes.map(fix => ({
        name: `${rule}: ${fix.title} (${span.file}:${span.start.line + 1})`,
        changes: changesOf(fix),
      })),
    );
  } finally {
    workspace.dispose();
  }
}

function changesOf({ edits }: Fix): ReadonlyMap<string, string> {
  const files = new Set(edits.map(({ span }) => span.file));
  return new Map([...files].map(file => [file, textWith(file, edits.filter(({ span }) => span.file === file))]));
}

const textWith = (file: string, edits: readonly Edit[]): string =>
  applyEdits(programs.get(file) ?? readFileSync(file, 'utf8'), edits);
