let open;
const gate = new Promise(resolve => (open = resolve));
async function waiter() {
  await gate;
}
async function opener() {
  await null;
  open();
}
waiter();
opener();
// waiter: by program (awaited by nobody)
//   4 → settled by opener
// opener: by program (awaited by nobody)
//   7 → value
