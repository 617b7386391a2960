// Thirty ways to stop the event loop, one after the other. A comment behind each line that does it names the case and
// the function.
import { execFileSync, execSync, spawnSync } from 'node:child_process';
import crypto, { pbkdf2Sync, scryptSync } from 'node:crypto';
import fs, { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import zlib from 'node:zlib';

const folder = fs.mkdtempSync(join(tmpdir(), 'asynclens-blocks-'));
const file = join(folder, 'large');
const bytes = Buffer.alloc(300e6, 'abcdefg');
fs.writeFileSync(file, bytes);
const noise = crypto.randomBytes(8e6);
const packed = zlib.deflateSync(bytes);
const items = Array.from({ length: 300_000 }, (_, id) => ({
  id,
  name: `item ${id}`,
  tags: ['a', 'b'],
  at: [id, { id }],
}));
const text = JSON.stringify(items);
const words = Array.from({ length: 120_000 }, (_, at) => `wörd${(at * 7919) % 120_011}`);
const digits = BigInt(`0x${noise.subarray(0, 2e6).toString('hex')}`);
let sink;
const quick = () => { for (let i = 0; i < 10; i++) sink = i; };
const fibonacci = n => (n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2)); // recurses: fibonacci
const LONG = 150;

class Matrix {
  constructor(size) {
    this.cells = Array.from({ length: size }, (_, at) => Array.from({ length: size }, (__, to) => at * to));
  }
  times({ cells }) {
    const { length } = cells;
    for (let row = 0; row < length; row++) {
      for (let column = 0; column < length; column++) {
        let sum = 0;
        for (let at = 0; at < length; at++) sum += this.cells[row][at] * cells[at][column]; // multiplies: times
        sink = sum;
      }
    }
  }
}

const CASES = {
  async reads() { quick(); sink = 0;
    sink = readFileSync(file); // reads: reads
    quick(); },
  async readsByName() { quick();
    sink = fs.readFileSync(file, 'latin1').length; // readsByName: readsByName
    quick(); },
  async writes() { quick();
    fs.writeFileSync(join(folder, 'copy'), bytes); // writes: writes
    quick(); },
  async copies() { quick();
    fs.copyFileSync(file, join(folder, 'copy')); // copies: copies
    quick(); },
  async copiesDeep() { quick();
    fs.cpSync(file, join(folder, 'copy')); // copiesDeep: copiesDeep
    quick(); },
  async spins() { quick(); const until = Date.now() + LONG;
    while (Date.now() < until) sink++; // spins: spins
    quick(); },
  async counts() { quick();
    for (let i = 0; i < 4e8; i++) sink = i; // counts: counts
    quick(); },
  async parses() { quick();
    sink = JSON.parse(text); // parses: parses
    quick(); },
  async prints() { quick();
    sink = JSON.stringify(items); // prints: prints
    quick(); },
  async clones() { quick();
    sink = structuredClone(items); // clones: clones
    quick(); },
  async hashesPassword() { quick();
    sink = pbkdf2Sync('password', 'salt', 200_000, 64, 'sha512'); // hashesPassword: hashesPassword
    quick(); },
  async hashesSlowly() { quick();
    sink = scryptSync('password', 'salt', 64, { N: 65536, maxmem: 2e8 }); // hashesSlowly: hashesSlowly
    quick(); },
  async makesKeys() {
    quick();
    for (let i = 0; i < 4; i++) sink = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 }); // makesKeys: makesKeys
    quick();
  },
  async makesPrime() { quick();
    for (let i = 0; i < 5; i++) sink = crypto.generatePrimeSync(1024); // makesPrime: makesPrime
    quick(); },
  async digests() { quick();
    sink = crypto.createHash('sha256').update(bytes).digest('hex'); // digests: digests
    quick(); },
  async drawsBytes() { quick();
    sink = crypto.randomBytes(2e8); // drawsBytes: drawsBytes
    quick(); },
  async packs() { quick();
    sink = zlib.gzipSync(noise); // packs: packs
    quick(); },
  async packsMore() {
    quick();
    sink = zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 6 } }); // packsMore: packsMore
    quick();
  },
  async unpacks() { quick();
    sink = zlib.inflateSync(packed); // unpacks: unpacks
    quick(); },
  async starts() {
    quick();
    execFileSync(process.execPath, ['-e', '0'], { env: { PATH: process.env.PATH } });
    spawnSync('sleep', ['0.1']); // starts: starts
    quick();
  },
  async asksShell() { quick();
    execSync('sleep 0.15'); // asksShell: asksShell
    quick(); },
  async matches() { quick();
    sink = /^(a+)+$/.test(`${'a'.repeat(24)}!`); // matches: matches
    quick(); },
  async replaces() { quick();
    sink = `${'x'.repeat(24)}!`.replace(/^(x+x+)+$/, ''); // replaces: replaces
    quick(); },
  async sorts() { quick();
    sink = items.toSorted((a, b) => ((a.id * 7919) % 1009) - ((b.id * 7919) % 1009)); // sorts: sorts
    quick(); },
  async collates() { quick();
    sink = words.toSorted((a, b) => a.localeCompare(b, 'de')); // collates: collates
    quick(); },
  async maps() {
    quick();
    for (let i = 0; i < 20; i++) sink = items.map(({ id, name }) => ({ id, name })).filter(({ id }) => id % 2); // maps: maps
    quick();
  },
  async recurses() { quick();
    sink = fibonacci(34);
    quick(); },
  async multiplies() { quick(); const matrix = new Matrix(450); matrix.times(matrix); quick(); },
  async waits() { quick();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LONG); // waits: waits
    quick(); },
  async starves() { quick(); const until = Date.now() + LONG;
    while (Date.now() < until) await null; // starves: starves
    quick(); },
};

for (const [name, run] of Object.entries(CASES)) {
  await sleep(30);
  const before = performance.now();
  await run();
  console.log(name, Math.round(performance.now() - before));
}
fs.rmSync(folder, { recursive: true });
