// Where nothing can be changed that all share.
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
if (process.argv[2]) {
  const work = async () => { await null; return 'works'; };
  work().then(console.log);
  // For so long that somebody wants to know what runs, and tells so when the file has been read.
  for (const until = Date.now() + 200; Date.now() < until; ) readFileSync(__filename);
} else {
  const args = ['--frozen-intrinsics', '--no-warnings', __filename, 'child'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  console.log(status, stdout, stderr);
}
