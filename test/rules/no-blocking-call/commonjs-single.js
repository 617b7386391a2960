// A module that is a function.
const helper = require('./commonjs-helper');

/** @param {string} name */
module.exports = name => helper.load(name);
