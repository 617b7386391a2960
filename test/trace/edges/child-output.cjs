const { execFileSync } = require('node:child_process');
console.log(execFileSync(process.execPath, ['-p', '1 + 1']).toString());
