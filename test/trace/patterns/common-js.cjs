'use strict';
async function child() {
  'use strict';
  await null;
}
exports.main = async () => {
  await child();
};
exports.main();
// exports.main: by program (awaited by nobody)
//   7 → child
// child: by exports.main
//   4 → value
