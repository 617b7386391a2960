import assert from 'node:assert/strict';
import { applyEdits } from '../../shared/apply-edits.ts';
import { openedWorkspace } from './opened-workspace.ts';

const SAVE = 'declare function save(): Promise<void>';

describe('what a fix adds', () => {
  const opened = openedWorkspace(
    { 'tsconfig.json': '{ "compilerOptions": { "strict": true, "types": [] } }', 'a.ts': '' },
    'strict',
  );

  function fixed(text: string, title: string): string {
    const { folder, workspace } = opened();
    const file = `${folder.path}/a.ts`;
    workspace.setDocument(file, text);
    const fixes = workspace.findingsAt(file, 0, text.length).flatMap(finding => finding.fixes);
    const fix = fixes.find(one => one.title.startsWith(title));
    assert.ok(fix, `offered: ${fixes.map(one => one.title).join(', ')}`);
    return applyEdits(text, fix.edits);
  }

  it('is indented by tabs where they are used', () => {
    assert.equal(
      fixed(`${SAVE};\nexport const on: () => void = async () => {\n\tawait save();\n};\n`, 'Catch errors'),
      `${SAVE};\nexport const on: () => void = async () => {\n\ttry {\n\t\tawait save();\n\t} catch (error) {\n\t\tconsole.error(error);\n\t}\n};\n`,
    );
  });

  it('is indented by four blanks where they are used', () => {
    const text = `${SAVE};\nexport async function all(list: number[]) {\n    list.forEach(async n => save());\n}\n`;
    assert.equal(
      fixed(text, 'Wait for one'),
      `${SAVE};\nexport async function all(list: number[]) {\n    for (const n of list) {\n        await save();\n    }\n}\n`,
    );
  });

  it('ends lines as the file does', () => {
    const text = `${SAVE};\r\nexport async function f() {\r\n  const saved = save();\r\n  await save();\r\n  if (Math.random() > 0.5) await saved;\r\n}\r\n`;
    const mended = fixed(text, 'Attach a handler');
    assert.match(mended, /saved\.catch/);
    assert.doesNotMatch(mended, /(?<!\r)\n/);
  });

  it('has no semicolons where there are none', () => {
    const text = `${SAVE}\nexport function f() {\n  setTimeout(async () => {\n    await save()\n  })\n}\nexport default f\nsave()\n`;
    assert.doesNotMatch(fixed(text, 'Handle the rejection'), /;/);
  });

  it('quotes as the imports do', () => {
    const head = 'import "./settings.js";\n';
    const text = `${head}export async function values(list: Promise<number>[]) {\n  const all = await Promise.allSettled(list);\n  return all.map(one => (one as PromiseFulfilledResult<number>).value);\n}\n`;
    assert.match(fixed(text, 'Take only those'), /one\.status === "fulfilled"/);
  });
});
