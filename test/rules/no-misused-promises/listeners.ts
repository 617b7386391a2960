// options: { "ignoreNeverRejecting": false, "ignoreObserved": false }
declare function save(): Promise<void>;
declare function report(error: unknown): void;
declare const door: { on(event: string, listener: () => void): void; off(event: string, listener: () => void): void };

// A listener is taken away by the function that was added: a wrapper would stay.
async function onOpened(): Promise<void> {
  await save();
}
door.on('open', onOpened);
//              ^^^^^^^^ error: `on` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
door.off('open', onOpened);
//               ^^^^^^^^ error: `off` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.

// This one is never taken away.
const onClosed = async (): Promise<void> => {
  await save();
};
door.on('close', onClosed);
//               ^^^^^^^^ error: `on` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.

// Nothing is left to catch in these.
door.on('bell', async () => {
//              ^^^^^^^^^^^ error: `on` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  try {
    await save();
  } catch (error) {
    report(error);
  }
});
door.on('bell', async () => {
//              ^^^^^^^^^^^ error: `on` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  report('ding');
});
door.on('bell', () => save().catch(report));
//              ^^^^^ error: `on` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.

export class Keeper {
  start(): void {
    door.on('lock', this.onLocked);
    //              ^^^^^^^^^^^^^ error: `on` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  }

  stop(): void {
    door.off('lock', this.onLocked);
    //               ^^^^^^^^^^^^^ error: `off` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  }

  private readonly onLocked = async (): Promise<void> => {
    await save();
  };
}
