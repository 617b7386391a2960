// options: { "ignoreVoid": false, "ignoreIIFE": true, "ignoreSelfHandled": false }

declare function save(): Promise<void>;

export async function main(): Promise<void> {
  void save();
  //^^^^^^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
  (async () => {
    await save();
  })();
  background();
  //^^^^^^^^^^^ error: This promise floats: if `background()` rejects, the error is lost.
}

export const onClick = () => void save();
//                           ^^^^^^^^^^^ error: This promise floats: if `save()` rejects, the error is lost.
export const onHover = () => void 0;

function background(): Promise<void> {
  return save().catch(() => undefined);
}
