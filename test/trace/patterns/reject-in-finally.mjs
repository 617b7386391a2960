async function main() {
  try {
    return Promise.resolve(1);
  } finally {
    throw new Error('no');
  }
}
main().catch(() => {});
// main: by program (rejected)
