/**
 * What the shim needs of Node while the program runs, taken before anybody can put something else in its place: tests
 * fake the clock and count the calls of `fs`.
 */

import fs from 'node:fs';
import net from 'node:net';
import vm from 'node:vm';

export const {
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} = fs;
export const { connect } = net;
export const { compileFunction } = vm;

const { setInterval: repeat, clearInterval, setImmediate } = globalThis;
export { clearInterval, setImmediate };

/** Calls `run` again and again, which does not keep the program alive. In milliseconds. */
export const every = (interval: number, run: () => void): NodeJS.Timeout => repeat(run, interval).unref();
