// What commonjs-library.js calls.
const { readFileSync } = require('fs');

/** @param {string} name */
function load(name) {
  return readFileSync(name, 'utf8');
}

module.exports = { load, loadIt: load };
