/** Makes a thread. Node would tell listeners of the program of it, by a tick which stack traces show. */
export function unnoticed<Made>(make: () => Made): Made {
  const { nextTick } = process;
  process.nextTick = () => undefined;
  try {
    return make();
  } finally {
    process.nextTick = nextTick;
  }
}
