// What commonjs.ts calls.
const fs = require('fs');
const { load, loadIt: again } = require('./commonjs-helper');
const helper = require('./commonjs-helper');

/** @param {string} name */
function read(name) {
  return fs.readFileSync(name, 'utf8');
}

exports.renamed = read;
/** @param {string} name */
exports.direct = name => read(name);
/** @param {string} name */
exports.loaded = name => load(name);
/** @param {string} name */
exports.loadAgain = name => again(name) + helper.load(name);
/** @param {string} name */
exports.later = name => setTimeout(() => read(name), 1);
exports.changed = read;
exports.changed = String;
