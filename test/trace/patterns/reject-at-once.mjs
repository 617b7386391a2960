async function main() {
  throw new Error('no');
}
main().then(null, () => {});
// main: by program (rejected)
