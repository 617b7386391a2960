// options: { "ignoreExecutors": false, "ignoreStored": false }
declare function save(): Promise<void>;
declare global {
  namespace JSX {
    interface IntrinsicElements {
      button: { onClick: () => void };
    }
  }
}

export const executor = new Promise<void>(async resolve => {
//                                        ^^^^^^^^^^^^^^^^ error: `Promise` ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
//                                        ^^^^^ error: An async executor loses its errors: when something in it throws or rejects, this promise never settles.
  await save();
  resolve();
});
export class Cache {
  promise = save();
  has = this.promise ? 1 : 0;
  //    ^^^^^^^^^^^^ error: This condition is a promise, which is always true, whatever it resolves to.
}
export const button = <button onClick={async () => save()} />;
//                                    ^^^^^^^^^^^^^^^^^^^^ error: The component ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
