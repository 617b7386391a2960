/** Options of rules in typescript-eslint's words: most take an object as ours do, some a bare word. */

/** Our name of the option that is a bare word there. */
const BARE_WORDS: Readonly<Record<string, string>> = { 'return-await': 'policy' };

type Options = Readonly<Record<string, unknown>>;

/** What stands after the severity there, in our words. */
export function fromTheirs(rule: string, [option = {}]: readonly (Options | string)[]): Options {
  if (typeof option !== 'string') return option;
  const name = BARE_WORDS[rule];
  if (name === undefined)
    throw new Error(`${rule} has an option ${option}: say in rule-options.ts what ours is called.`);
  return { [name]: option };
}

/** What stands after the severity there; nothing for defaults, since some rules there have no options at all. */
export function toTheirs(rule: string, options: Options): readonly unknown[] {
  const word = BARE_WORDS[rule];
  if (word !== undefined) return word in options ? [options[word]] : [];
  return Object.keys(options).length === 0 ? [] : [options];
}
