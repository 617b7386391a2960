import assert from 'node:assert/strict';
import { projects } from './project.ts';
import { setting } from './settings.ts';
import { findings, squigglesAre, until } from './squiggles.ts';

const FLOATING = 'export async function save() {}\nsave();\n';
const OFF = '{ "rules": { "no-floating-promises": "off" } }';

describe('configuration', () => {
  const project = projects();

  it('in asynclens.json counts as soon as it is saved', async () => {
    const { open, write } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await squigglesAre(document, ['save();']);
    await write('asynclens.json', OFF);
    await squigglesAre(document, []);
    await write('asynclens.json', '{}');
    await squigglesAre(document, ['save();']);
  });

  it('in the settings counts at once', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await squigglesAre(document, ['save();']);
    await setting('asynclens.rules', { 'no-floating-promises': 'off' });
    await squigglesAre(document, []);
  });

  it('can turn Asynclens off', async () => {
    const { open } = await project({ 'a.ts': FLOATING });
    const document = await open('a.ts');
    await squigglesAre(document, ['save();']);
    await setting('asynclens.enable', false);
    await squigglesAre(document, []);
  });

  it('that is wrong has a squiggle, and the last good one stays in force', async () => {
    const { open, write } = await project({ 'a.ts': FLOATING, 'asynclens.json': OFF });
    const document = await open('a.ts');
    const config = await open('asynclens.json');
    await write('asynclens.json', '{ "preset": "recomended" }');
    await until(() => findings(config.uri).length > 0);
    assert.match(findings(config.uri)[0]!.message, /recomended/);
    await squigglesAre(document, []);
  });

  it('may name packs, which count as soon as they are saved and have squiggles where they are wrong', async () => {
    const pack = (list: string): string => JSON.stringify({ module: './a.ts', [list]: ['save'] });
    const { open, write } = await project({
      'a.ts': FLOATING,
      'asynclens.json': '{ "packs": ["./ours.pack.json"] }',
      'ours.pack.json': pack('selfHandledCalls'),
    });
    const document = await open('a.ts');
    await squigglesAre(document, []);
    const shown = await open('ours.pack.json');
    await write('ours.pack.json', pack('selfHandledCall'));
    await until(() => findings(shown.uri).length > 0);
    assert.match(findings(shown.uri)[0]!.message, /selfHandledCall/);
    await write('ours.pack.json', '{ "module": "./a.ts" }');
    await squigglesAre(document, ['save();']);
  });
});
