// Numbers that are drawn from a seed stay the same.
const { spawnSync } = require('node:child_process');
if (process.argv[2]) console.log(Math.random(), Math.random());
else console.log(spawnSync(process.execPath, ['--random-seed=42', __filename, 'child'], { encoding: 'utf8' }).stdout);
