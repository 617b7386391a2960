async function main() {
  await null;
  const error = new TypeError('in a task');
  throw error;
}
main();
