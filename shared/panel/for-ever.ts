/**
 * How long it takes what never ends, and when it does: later than all else. Like Infinity, but JSON has a word for it,
 * in which VS Code sends what the panel is told.
 */
export const FOR_EVER = Number.MAX_VALUE;
