/** How people call the functions that packs have a replacement for: what fixes are tried on. */

/** What the calls below take: of types that say more than a literal would. */
const PARAMETERS = [
  'path: string',
  'text: string',
  'file: number',
  'count: number',
  'data: Buffer',
  'chunks: Uint8Array[]',
  'args: readonly string[]',
  'prime: bigint',
].join(', ');

/** Calls of functions, by the module and the name that a pack describes them by. */
const USES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'node:fs': {
    accessSync: ['accessSync(path)', 'accessSync(path, 4)'],
    appendFileSync: ['appendFileSync(path, text)', "appendFileSync(path, data, { encoding: 'utf8', mode: 0o600 })"],
    chmodSync: ['chmodSync(path, 0o600)'],
    chownSync: ['chownSync(path, count, count)'],
    copyFileSync: ['copyFileSync(path, text)', 'copyFileSync(path, text, 1)'],
    cpSync: ['cpSync(path, text, { recursive: true })'],
    lchmodSync: ['lchmodSync(path, 0o600)'],
    lchownSync: ['lchownSync(path, count, count)'],
    linkSync: ['linkSync(path, text)'],
    lstatSync: ['lstatSync(path).size', 'lstatSync(path, { bigint: true }).size'],
    lutimesSync: ['lutimesSync(path, count, count)'],
    mkdirSync: ['mkdirSync(path)', 'mkdirSync(path, { recursive: true })?.length', 'mkdirSync(path, 0o700)'],
    mkdtempSync: ['mkdtempSync(path).length', "mkdtempSync(path, 'utf8')"],
    opendirSync: ['opendirSync(path).path'],
    readFileSync: [
      'readFileSync(path).byteLength',
      "readFileSync(path, 'utf8').trim()",
      "readFileSync(path, { encoding: 'utf8', flag: 'r' }).trim()",
    ],
    readdirSync: [
      'readdirSync(path)[0]?.trim()',
      'readdirSync(path, { withFileTypes: true })[0]?.name',
      'readdirSync(path, { recursive: true }).length',
    ],
    readlinkSync: ['readlinkSync(path).length'],
    realpathSync: ['realpathSync(path).length'],
    renameSync: ['renameSync(path, text)'],
    rmSync: ['rmSync(path)', 'rmSync(path, { recursive: true, force: true })'],
    rmdirSync: ['rmdirSync(path)'],
    statSync: ['statSync(path).size', 'statSync(path, { bigint: true }).mtimeNs'],
    statfsSync: ['statfsSync(path).blocks'],
    symlinkSync: ['symlinkSync(path, text)', "symlinkSync(path, text, 'junction')"],
    truncateSync: ['truncateSync(path, count)'],
    unlinkSync: ['unlinkSync(path)'],
    utimesSync: ['utimesSync(path, count, count)'],
    writeFileSync: ['writeFileSync(path, text)', "writeFileSync(path, data, { flag: 'wx' })"],
    closeSync: ['closeSync(file)'],
    fchmodSync: ['fchmodSync(file, 0o600)'],
    fchownSync: ['fchownSync(file, count, count)'],
    fdatasyncSync: ['fdatasyncSync(file)'],
    fstatSync: ['fstatSync(file).size', 'fstatSync(file, { bigint: true }).mtimeNs'],
    fsyncSync: ['fsyncSync(file)'],
    ftruncateSync: ['ftruncateSync(file)', 'ftruncateSync(file, count)'],
    futimesSync: ['futimesSync(file, count, count)'],
    openSync: ['openSync(path, "r") + 1', "openSync(path, 'w', 0o600)"],
    readSync: [
      'readSync(file, data) + 1',
      'readSync(file, data, 0, count, null) + 1',
      'readSync(file, data, { position: count }) + 1',
    ],
    readvSync: ['readvSync(file, chunks) + 1', 'readvSync(file, chunks, count)'],
    writeSync: [
      'writeSync(file, text) + 1',
      'writeSync(file, data, 0, count) + 1',
      "writeSync(file, text, null, 'utf8')",
    ],
    writevSync: ['writevSync(file, chunks) + 1', 'writevSync(file, chunks, count)'],
    native: ['realpathSync.native(path).length'],
  },
  'node:child_process': {
    execSync: ['execSync(text)', 'execSync(text).toString()', "execSync(text, { encoding: 'utf8', cwd: path }).trim()"],
    execFileSync: [
      'execFileSync(path, args)',
      'execFileSync(path).toString()',
      "execFileSync(path, args, { encoding: 'utf8', timeout: count }).trim()",
    ],
  },
  'node:crypto': {
    argon2Sync: [
      "argon2Sync('argon2id', { message: text, nonce: data, parallelism: 4, tagLength: 64, memory: 65536, passes: 3 }).byteLength",
    ],
    checkPrimeSync: ['!checkPrimeSync(prime)', '!checkPrimeSync(prime, { checks: 10 })'],
    generateKeySync: ["generateKeySync('hmac', { length: 512 }).export()"],
    generateKeyPairSync: [
      "generateKeyPairSync('rsa', { modulusLength: 4096 }).publicKey.type",
      "generateKeyPairSync('ed25519').privateKey",
      "generateKeyPairSync('rsa', { modulusLength: 4096, publicKeyEncoding: { type: 'spki', format: 'pem' }, " +
        "privateKeyEncoding: { type: 'pkcs8', format: 'pem' } }).privateKey.trim()",
    ],
    generatePrimeSync: ['generatePrimeSync(count).byteLength', 'generatePrimeSync(count, { bigint: true }) + 1n'],
    hkdfSync: ["hkdfSync('sha512', data, text, 'info', 64).byteLength"],
    pbkdf2Sync: ["pbkdf2Sync(text, data, 100_000, 64, 'sha512').toString('hex')"],
    randomFillSync: ['randomFillSync(data).byteLength', 'randomFillSync(data, 2, 4).byteLength'],
    scryptSync: [
      "scryptSync(text, data, 64).toString('hex')",
      "scryptSync(text, data, 64, { N: 16_384 }).toString('hex')",
    ],
    pseudoRandomBytes: ["pseudoRandomBytes(16).toString('hex')"],
    randomBytes: ["randomBytes(16).toString('hex')"],
  },
  'node:zlib': Object.fromEntries(
    [
      'brotliCompress',
      'brotliDecompress',
      'deflate',
      'deflateRaw',
      'gunzip',
      'gzip',
      'inflate',
      'inflateRaw',
      'unzip',
      'zstdCompress',
      'zstdDecompress',
    ].map(name => [
      `${name}Sync`,
      [`${name}Sync(data).toString('utf8')`, `${name}Sync(text, { chunkSize: count }).byteLength`],
    ]),
  ),
  'fs-extra': {
    copySync: ['copySync(path, text)', 'copySync(path, text, { overwrite: true })'],
    createFileSync: ['createFileSync(path)'],
    createLinkSync: ['createLinkSync(path, text)'],
    createSymlinkSync: ['createSymlinkSync(path, text)'],
    emptyDirSync: ['emptyDirSync(path)'],
    emptydirSync: ['emptydirSync(path)'],
    ensureDirSync: ['ensureDirSync(path)', 'ensureDirSync(path, 0o700)'],
    ensureFileSync: ['ensureFileSync(path)'],
    ensureLinkSync: ['ensureLinkSync(path, text)'],
    ensureSymlinkSync: ['ensureSymlinkSync(path, text)'],
    mkdirpSync: ['mkdirpSync(path)'],
    mkdirsSync: ['mkdirsSync(path)'],
    moveSync: ['moveSync(path, text, { overwrite: true })'],
    outputFileSync: ['outputFileSync(path, text)'],
    outputJSONSync: ['outputJSONSync(path, args)'],
    outputJsonSync: ['outputJsonSync(path, args, { spaces: 2 })'],
    readJSONSync: ['readJSONSync(path).name'],
    readJsonSync: ["readJsonSync(path, { encoding: 'utf8' }).name"],
    removeSync: ['removeSync(path)'],
    writeJSONSync: ['writeJSONSync(path, args)'],
    writeJsonSync: ['writeJsonSync(path, args, { spaces: 2 })'],
    pathExistsSync: ['!pathExistsSync(path)'],
  },
  'fast-glob': {
    globSync: ['globSync(path)[0]?.trim()', "globSync([path], { cwd: text, ignore: ['dist'] }).length"],
    sync: ['sync(path)[0]?.trim()', 'sync([path], { stats: true })[0]?.name'],
  },
  'find-up': {
    findDownSync: ['findDownSync(path)?.length'],
    findUpSync: ['findUpSync(path)?.length', "findUpSync(path, { cwd: text, type: 'directory' })"],
    findUpMultipleSync: ['findUpMultipleSync(path).length'],
  },
  glob: {
    globSync: ['globSync(path)[0]?.trim()', "globSync([path], { cwd: text, ignore: 'dist' }).length"],
    sync: ['sync(path)[0]?.trim()'],
  },
  globby: {
    globbySync: ['globbySync(path)[0]?.trim()', 'globbySync([path], { gitignore: true }).length'],
    isGitIgnoredSync: ['isGitIgnoredSync()(path)'],
  },
  jsonfile: {
    readFileSync: ['readFileSync(path).name'],
    writeFileSync: ['writeFileSync(path, args, { spaces: 2 })'],
  },
  mkdirp: {
    mkdirpSync: ['mkdirpSync(path)?.length', 'mkdirpSync(path, { mode: 0o700 })'],
    sync: ['sync(path)?.length'],
  },
  'read-package-up': {
    readPackageUpSync: ['readPackageUpSync()?.packageJson.name', 'readPackageUpSync({ cwd: path })?.path'],
  },
  rimraf: {
    rimrafSync: ['rimrafSync(path)', 'rimrafSync([path], { glob: true })'],
    sync: ['sync(path)'],
  },
  tinyglobby: { globSync: ['globSync(path)[0]?.trim()', "globSync([path], { cwd: text, ignore: ['dist'] }).length"] },
  execa: {
    execaCommandSync: ['execaCommandSync(text).stdout.trim()'],
    execaSync: ['execaSync(path).stdout.trim()', "execaSync(path, args, { stdio: 'inherit' }).exitCode"],
  },
  bcrypt: {
    compareSync: ['!compareSync(text, path)'],
    genSaltSync: ['genSaltSync(10).length', 'genSaltSync()'],
    hashSync: ['hashSync(text, 10).length'],
  },
  bcryptjs: {
    compareSync: ['!compareSync(text, path)'],
    genSaltSync: ['genSaltSync(10).length'],
    hashSync: ['hashSync(text, 10).length'],
  },
  '@node-rs/bcrypt': {
    compareSync: ['!compareSync(text, path)'],
    genSaltSync: ["genSaltSync(10, '2b').length"],
    hashSync: ['hashSync(text).length'],
    verifySync: ['!verifySync(text, path)'],
  },
  '@babel/core': {
    parseSync: ['parseSync(text)?.type'],
    transformFileSync: ['transformFileSync(path)?.code'],
    transformFromAstSync: ["transformFromAstSync({ type: 'File' } as never, text)?.code"],
    transformSync: ["transformSync(text, { presets: ['env'] })?.code"],
  },
  '@swc/core': {
    parseFileSync: ["parseFileSync(path, { syntax: 'typescript' }).body.length"],
    transformFileSync: ['transformFileSync(path, { sourceMaps: true }).code'],
    minifySync: ['minifySync(text, { compress: true }).code'],
    transformSync: ['transformSync(text).code'],
  },
  esbuild: {
    buildSync: ['buildSync({ entryPoints: [path], bundle: true, write: false }).outputFiles[0]?.text'],
    transformSync: ["transformSync(text, { loader: 'ts' }).code"],
  },
  sass: {
    compile: ["compile(path, { style: 'compressed' }).css"],
    compileString: ['compileString(text).css'],
  },
};

/** A function that takes a use to be fixed. */
export interface UseProgram {
  /** What a pack calls what it uses, with the module before. */
  readonly of: string;
  readonly text: string;
}

/** A program for each call, and each way of importing what it needs. */
export const USE_PROGRAMS: readonly UseProgram[] = Object.entries(USES).flatMap(([module, functions]) =>
  Object.entries(functions).flatMap(([name, calls]) =>
    calls.flatMap(call => programsOf(call, module).map(text => ({ of: `${module}: ${name}`, text }))),
  ),
);

function programsOf(call: string, module: string): readonly string[] {
  const [callee] = /\w+/.exec(call)!;
  const inFunction = (body: string) => `export async function use(${PARAMETERS}) {\n  return ${body};\n}\n`;
  return [
    `import { ${callee} } from '${module}';\n\n${inFunction(call)}`,
    `import * as own from '${module}';\n\n${inFunction(call.replace(callee, `own.${callee}`))}`,
  ];
}
