// A module that does nothing while it is loaded.
export const later = () => Promise.resolve(1);
