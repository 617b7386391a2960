/** Files that hold tests, or what tests look at, by their names. */

/** `orders.test.ts`, `orders-spec.js`, or anything in a folder such as `tests`, `__tests__` or `fixtures`. */
const TEST =
  /(?:^|\/)(?:__fixtures__|__tests__|e2e|fixtures|specs?|tests?)\/|[._-](?:e2e|spec|test)(?:-d)?\.[cm]?[jt]sx?$/;

/** Whether a file is one of tests. @param root absolute folder above which names of folders mean nothing */
export const isTestFile = (file: string, root: string): boolean => TEST.test(pathBelow(root, file));

/** The path of a file from a folder on; as it is for a file that lies elsewhere. */
export const pathBelow = (root: string, file: string): string =>
  file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;

/** Whether a file is called a test, whatever folder it is in. */
export const isCalledTest = (file: string): boolean => isTestFile(file, file.slice(0, file.lastIndexOf('/')));

/**
 * Whether a file is only type-checked and never runs, as tsd, Vitest and TSTyche have it: `api.test-d.ts`,
 * `api.tst.ts`.
 */
export const isTypeTest = (file: string): boolean => /\.(?:(?:spec|test)-d|tst)\.[cm]?[jt]sx?$/.test(file);
