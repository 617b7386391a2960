/** Finds the native compiler that belongs to the client bundled here. */

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Client and process speak an unversioned protocol: only the very same release will do. */
export const COMPILER_VERSION = '7.0.2';

/**
 * The path of the compiler's binary, found from this file's own place: in a checkout, an installed
 * package or an unpacked extension alike.
 * @throws Error saying what is missing and what to do.
 */
export function findCompiler(): string {
  const platformPackage = `@typescript/typescript-${process.platform}-${process.arch}`;
  const manifest = resolve(import.meta.url, 'typescript/package.json');
  if (!manifest) throw new Error(`The package typescript@${COMPILER_VERSION} is missing. Install Asynclens again.`);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  if (version !== COMPILER_VERSION) {
    throw new Error(`Asynclens needs typescript ${COMPILER_VERSION} beside it and found ${version}. Install it again.`);
  }
  const native = resolve(manifest, `${platformPackage}/package.json`);
  const binary = native && join(dirname(native), 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
  if (!binary || !existsSync(binary)) {
    throw new Error(
      `The native TypeScript compiler for ${process.platform} ${process.arch} (${platformPackage}) is missing. ` +
        'Install again without --omit=optional, or on a platform that TypeScript 7 supports.',
    );
  }
  return binary;
}

function resolve(from: string, specifier: string): string | undefined {
  try {
    return createRequire(from).resolve(specifier);
  } catch {
    return undefined;
  }
}
