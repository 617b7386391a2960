// options: { "checksConditionals": false, "checksSpreads": false, "checksVoidReturn": { "arguments": false }, "ignoreNeverRejecting": false }
declare function save(): Promise<void>;
declare function listen(listener: () => void): void;

if (save()) listen(save);
export const copy = { ...save() };
export const inVariable: () => void = save;
//                                    ^^^^ error: Whoever calls this variable ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
export const harmless: () => void = async () => {
//                                  ^^^^^^^^^^^ error: Whoever calls this variable ignores the promise that this function returns: nobody waits for it, and if it rejects, the error is lost.
  try {
    await save();
  } catch {
    listen(() => undefined);
  }
};
