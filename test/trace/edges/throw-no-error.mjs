async function main() {
  throw 'a text';
}
main();
