/** Declared apart from its implementation in chains.ts. */
export interface Remote {
  fetchAll(): string;
}
