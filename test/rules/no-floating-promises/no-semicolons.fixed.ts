// options: { "ignoreVoid": false }

declare function save(): Promise<void>
declare const items: number[]

function begin() {
  save()
  return { go() {} }
}

export async function work(isOpen: boolean) {
  const before = items
  begin().go()
  if (isOpen)
    begin().go()
  const again = before
  void (async () => {})()
  void again
  await save()
}
