// options: { "ignoreVoid": false }

declare function save(): Promise<void>
declare const items: number[]

function begin() {
  save()
  //^^^^ error: This promise floats: if `save()` rejects, the error is lost.
  return { go() {} }
}

export async function work(isOpen: boolean) {
  const before = items
  begin().go()
  if (isOpen)
    begin().go()
  const again = before
  void (async () => {})()
  //^^^^^^^^^^^^^^^^^^^^^ error: This promise floats: if it rejects, the error is lost.
  void again
  save()
  //^^^^ error: This promise floats: if `save()` rejects, the error is lost.
}
