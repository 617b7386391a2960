/** What the source map of instrumented code begins with, behind the code itself. */
export const MAP_COMMENT = '\n//# sourceMappingURL=data:application/json;base64,';
