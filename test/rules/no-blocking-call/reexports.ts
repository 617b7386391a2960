// What across-files.ts imports from elsewhere by way of this file.
export * from './helpers';
export { default as standard, readRenamed as renamedAgain } from './helpers';
