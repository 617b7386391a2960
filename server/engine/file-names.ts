/** What files are, by their paths alone. */

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const DECLARATION = /\.d\.(?:[^./]+\.)?[cm]?ts$/;

/** Whether a file holds code: TypeScript without type declarations, or JavaScript. */
export const isSource = (file: string): boolean => SOURCE.test(file) && !DECLARATION.test(file);

/** Whether a file came with a package. */
export const isInPackage = (file: string): boolean => file.includes('/node_modules/');

/** Whether a file holds code of the project. */
export const isOwnSource = (file: string): boolean => isSource(file) && !isInPackage(file);
