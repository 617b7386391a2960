// Where nothing can be changed that all share.
const { spawnSync } = require('node:child_process');
if (process.argv[2]) {
  const work = async () => { await null; return 'works'; };
  work().then(console.log);
} else {
  const args = ['--frozen-intrinsics', '--no-warnings', __filename, 'child'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  console.log(status, stdout, stderr);
}
