// `npm run package`: the VSIX of this platform, with the compiler's binary in it.
import { resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';

const target = `${process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
const path = resolve(process.argv[2] ?? `asynclens-${target}.vsix`);
await createVSIX({ target, packagePath: path, rewriteRelativeLinks: false, allowMissingRepository: true });
