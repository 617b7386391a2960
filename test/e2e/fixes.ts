import assert from 'node:assert/strict';
import { commands, window, workspace, type CodeAction, type TextDocument } from 'vscode';
import { projects } from './project.ts';
import { findings, squigglesAre, until } from './squiggles.ts';
import { setting } from './settings.ts';

const FLOATING = 'export async function save() {}\nexport async function close() {\n  save();\n  save();\n}\n';
const AWAITED = FLOATING.replaceAll('  save', '  await save');

describe('fixes', () => {
  const project = projects();

  it('take a squiggle away', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await squigglesAre(document, ['save();', 'save();']);
    const fix = (await fixesOfFirstFinding(document)).find(({ isPreferred }) => isPreferred);
    await workspace.applyEdit(fix!.edit!);
    await squigglesAre(document, ['save();']);
    assert.equal(document.getText(), FLOATING.replace('  save', '  await save'));
  });

  it('are all applied by the command', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await squigglesAre(document, ['save();', 'save();']);
    await commands.executeCommand('asynclens.fixAll');
    assert.equal(document.getText(), AWAITED);
    await squigglesAre(document, []);
  });

  it('are all applied by the command to a text that changes meanwhile', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await squigglesAre(document, ['save();', 'save();']);
    const fixing = commands.executeCommand('asynclens.fixAll');
    await window.activeTextEditor!.edit(edit => edit.insert(document.positionAt(0), '// typed\n'));
    await fixing;
    assert.equal(document.getText(), `// typed\n${AWAITED}`);
  });

  it('are all applied on save', async () => {
    await setting('editor.codeActionsOnSave', { 'source.fixAll.asynclens': 'explicit' });
    const { open } = await project({ 'a.ts': '' });
    const document = await open('a.ts');
    await squigglesAre(document, []);
    await window.activeTextEditor!.edit(edit => edit.insert(document.positionAt(0), FLOATING));
    await document.save();
    assert.equal(document.getText(), AWAITED);
  });

  it('lead to the page of the rule', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await squigglesAre(document, ['save();', 'save();']);
    const actions = await fixesOfFirstFinding(document);
    const { command } = actions.find(action => action.command?.command === 'asynclens.openRule')!;
    await commands.executeCommand(command!.command, ...command!.arguments!);
    const shown = (): string => window.tabGroups.activeTabGroup.activeTab!.label;
    await until(() => shown() !== 'a.ts');
    assert.match(shown(), /no-floating-promises/);
  });
});

const fixesOfFirstFinding = (document: TextDocument): Thenable<CodeAction[]> =>
  commands.executeCommand('vscode.executeCodeActionProvider', document.uri, findings(document.uri)[0]!.range);
