import fs, { readFileSync } from 'node:fs';
import { pbkdf2Sync } from 'node:crypto';
const shown = [JSON.parse, JSON.stringify, structuredClone, readFileSync, pbkdf2Sync, fs.realpathSync, process.getBuiltinModule];
for (const it of shown) console.log(it.name, it.length, String(it).slice(0, 40), Object.keys(it), 'prototype' in it);
console.log(readFileSync === fs.readFileSync, Object.keys(fs).length, JSON, JSON.parse('[1]', (_, it) => it), JSON.stringify([1], null, 1));
console.log(process.getBuiltinModule('node:zlib').gzipSync === (await import('zlib')).gzipSync, process.getBuiltinModule('no'));
function load() { readFileSync('/no/such/file'); }
try { load(); } catch (error) { console.log(error.stack); }
try { JSON.parse('{'); } catch (error) { console.log(error.stack); }
