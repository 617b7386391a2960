/** Paths of files within their packages, by which linter and recording speak of the same file on any machine. */

export class ProjectPaths {
  readonly #hasManifest: (folder: string) => boolean;
  /** The nearest folder with a manifest, by folder. */
  readonly #packages = new Map<string, string>();

  /**
   * `hasManifest` says whether there is a `package.json` in a folder, given as an absolute path without a last slash.
   */
  constructor(hasManifest: (folder: string) => boolean) {
    this.#hasManifest = hasManifest;
  }

  /**
   * The path of a file relative to the nearest folder above it that has a `package.json`, or to the root.
   * @param file absolute, with forward slashes
   */
  pathOf(file: string): string {
    const folder = parentOf(file);
    return folder === undefined ? file : file.slice(this.#packageOf(folder).length).replace(/^\//, '');
  }

  #packageOf(folder: string): string {
    const known = this.#packages.get(folder);
    if (known !== undefined) return known;
    const parent = parentOf(folder);
    const found = parent === undefined || this.#hasManifest(folder) ? folder : this.#packageOf(parent);
    this.#packages.set(folder, found);
    return found;
  }
}

/** `undefined` for a root, which is empty or the name of a drive. */
function parentOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? undefined : path.slice(0, slash);
}
