const { default: path } = await import('node:path');
export const value = await Promise.resolve(path.sep.length);
console.log(value);
