import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

describe('the cache of programs', () => {
  let folder: string;
  let cached: typeof import('../../scripts/vscode/cache.ts').cached;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'asynclens-cache-'));
    process.env['ASYNCLENS_CACHE'] = folder;
    ({ cached } = await import('../../scripts/vscode/cache.ts'));
  });

  after(() => {
    delete process.env['ASYNCLENS_CACHE'];
    rmSync(folder, { recursive: true });
  });

  const install = async (part: string): Promise<void> => writeFileSync(join(part, 'program'), '');

  it('fills a folder once', async () => {
    const first = await cached('once', install);
    assert.deepEqual(readdirSync(first), ['program']);
    assert.equal(await cached('once', () => assert.fail('filled twice')), first);
  });

  it('keeps nothing of an installation that failed', async () => {
    await assert.rejects(cached('failing', () => Promise.reject(new Error('no network'))), /no network/);
    assert.ok(!readdirSync(folder).some(name => name.startsWith('failing')));
  });

  it('removes what an interrupted installation left', async () => {
    // No process has this number: it is above what any system gives out.
    const leftover = join(folder, 'again.part-99999999');
    mkdirSync(leftover);
    await cached('again', install);
    assert.ok(!existsSync(leftover));
  });

  it('survives two installations at once', async () => {
    const other = join(folder, 'raced');
    const raced = await cached('raced', async part => {
      await install(part);
      mkdirSync(other);
      writeFileSync(join(other, 'program'), 'of the other');
    });
    assert.deepEqual([raced, readdirSync(raced)], [other, ['program']]);
  });
});
