'use strict';
async function main() { try { undeclared = 1; } catch (error) { return error.message; } }
main().then(console.log);
