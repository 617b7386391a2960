/** Syntax trees for tests of code that reads them, from the real compiler. */

import { Engine } from '../../server/engine/engine.ts';
import type { SourceFile } from '../../server/syntax/ast.ts';

/** One compiler for the tests of a file; call it within `describe`. Each text is a `.tsx` file of its own. */
export function parsing(): (text: string) => SourceFile {
  let engine: Engine;
  let files = 0;
  before(() => {
    engine = new Engine('/', 'run', { started: () => undefined, checkpoint: () => undefined, log: () => undefined });
  });
  after(() => engine.dispose());
  return text => {
    const file = `/virtual/${++files}.tsx`;
    engine.setText(file, text);
    engine.locate([file]);
    const source = engine.use(snapshot => snapshot.programOfLoose(file)?.sourceFile(file));
    if (source === undefined) throw new Error(`The compiler does not know ${file}.`);
    return source;
  };
}
