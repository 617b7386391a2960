/** Libraries are not ours to look into; their promises are seen without sites. */
export const isLibrary = (path: string): boolean => /[\\/]node_modules[\\/]/.test(path);
