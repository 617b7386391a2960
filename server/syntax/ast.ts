/** The AST vocabulary of rules, facts and fixes. The one place that names the compiler's AST module. */

export * from 'typescript/unstable/ast';
