// options: { "ignoreVoid": false, "ignoreIIFE": true, "ignoreSelfHandled": false }

declare function save(): Promise<void>;

export async function main(): Promise<void> {
  await save();
  (async () => {
    await save();
  })();
  await background();
}

export const onClick = () => void save();
export const onHover = () => void 0;

function background(): Promise<void> {
  return save().catch(() => undefined);
}
