/** Hands over a function that handles the rejections of another one. */

import { ask, type Asking, type SignatureInfo, type TypeInfo } from '../engine/questions.ts';
import { apparent, unionParts } from '../facts/promises.ts';
import { isIdentifier, isPropertyAccessExpression, type Expression, type ParameterDeclaration } from '../syntax/ast.ts';
import { insertAfter, insertBefore, type FixDraft } from './draft.ts';
import { catchAndLog } from './log-rejection.ts';
import { styleOf } from './style.ts';

/**
 * `save` becomes `order => { save(order).catch(…); }`, with as many parameters as `save` has and its caller gives.
 * @param isShorthand whether `{ save }` has to become `{ save: … }`
 */
export function* handlingWrapper(fn: Expression, isShorthand: boolean): Asking<readonly FixDraft[]> {
  if (!isIdentifier(fn) && !isPropertyAccessExpression(fn)) return [];
  const signature = yield* firstSignature(yield* ask('typeAt', fn));
  if (!signature) return [];
  const names = yield* parameterNames(signature);
  const key = isShorthand ? `${fn.getText()}: ` : '';
  const head = names.length === 1 && !names[0]!.startsWith('...') ? names[0] : `(${names.join(', ')})`;
  const edits = [
    insertBefore(fn, `${key}${head} => { `),
    insertAfter(fn, `(${names.join(', ')})${catchAndLog(fn)}${styleOf(fn).semicolon} }`),
  ];
  return [{ title: 'Hand over a function that handles the rejection', kind: 'suggestion', proof: 'type-check', edits }];
}

function* firstSignature(type: TypeInfo | undefined): Asking<SignatureInfo | undefined> {
  for (const part of type ? yield* unionParts(yield* apparent(type)) : []) {
    const [signature] = yield* ask('callSignatures', part);
    if (signature) return signature;
  }
  return undefined;
}

/** As they are declared; a pattern gets a name of its own. */
function* parameterNames({ declaration }: SignatureInfo): Asking<string[]> {
  const node = declaration && (yield* ask('node', declaration));
  const { parameters = [] } = (node ?? {}) as { readonly parameters?: readonly ParameterDeclaration[] };
  return parameters
    .filter(({ name }) => name.getText() !== 'this')
    .map(({ name, dotDotDotToken }, index) => {
      const text = isIdentifier(name) ? name.text : `value${index + 1}`;
      return dotDotDotToken ? `...${text}` : text;
    });
}
