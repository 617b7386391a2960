async function main() {
  await null;
  process.exit(4);
}
main();
