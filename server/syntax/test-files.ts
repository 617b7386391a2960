/** Files that hold tests, or what tests look at, by their names. */

/** `orders.test.ts`, `orders-spec.js`, or anything in a folder such as `tests`, `__tests__` or `fixtures`. */
const TEST = /(?:^|\/)(?:__fixtures__|__tests__|e2e|fixtures|specs?|tests?)\/|[._-](?:e2e|spec|test)(?:-d)?\.[cm]?[jt]sx?$/;

/** @param root absolute folder above which names of folders mean nothing */
export function isTestFile(file: string, root: string): boolean {
  return TEST.test(file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file);
}

/** Whether a file is called a test, whatever folder it is in. */
export const isCalledTest = (file: string): boolean => isTestFile(file, file.slice(0, file.lastIndexOf('/')));
