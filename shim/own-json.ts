/**
 * `JSON` as the shim and what it shares with others use it, put in by the bundler: not what the program may put in its
 * place, nor what watches for calls that block.
 */

const { parse, stringify } = globalThis.JSON;

const ownJson = { parse, stringify };

export { ownJson as JSON };
