/** Reads the text of one `asynclens.json` or of a pack, and settings that come from elsewhere in the same form. */

import { Ajv } from 'ajv';
import type { JsonSchema, RuleMeta } from '../../shared/rule-meta.ts';
import type { ProjectConfig, RuleSetting } from '../../shared/settings.ts';
import { PACK_SCHEMA, type Pack } from '../packs/pack.ts';
import { complaints, type Complaint } from './config-complaint.ts';
import { projectConfigSchema } from './config-schema.ts';
import { parseJson, type ParsedJson } from './json-file.ts';

export type Rules = Readonly<Record<string, RuleSetting>>;

export class ConfigParser {
  #ajv: Ajv | undefined;
  readonly #rules: readonly RuleMeta[];

  constructor(rules: readonly RuleMeta[]) {
    this.#rules = rules;
  }

  /** `file` is named in the problems' spans; comments and trailing commas are allowed in `text`. */
  parse(file: string, text: string): ParsedJson<ProjectConfig> {
    return parseJson(file, text, config => this.#complaintsAbout(config));
  }

  /** Reads the text of a pack, as `parse` does that of a project file. */
  parsePack(file: string, text: string): ParsedJson<Pack> {
    return parseJson(file, text, pack => this.#validate(PACK_SCHEMA, pack));
  }

  /** Sorts rule settings from an editor or a command line into those that can count and complaints. */
  checkRules(rules: Rules): { readonly valid: Rules; readonly complaints: readonly string[] } {
    if (Object.keys(rules).length === 0) return { valid: {}, complaints: [] };
    const found = this.#complaintsAbout({ rules });
    const wrong = new Set(found.map(({ path: [, name] }) => name));
    return {
      valid: Object.fromEntries(Object.entries(rules).filter(([name]) => !wrong.has(name))),
      complaints: found.map(complaint => complaint.message),
    };
  }

  #complaintsAbout(config: unknown): Complaint[] {
    // The schema of a rule takes milliseconds to compile: those of rules that the text does not name are left out.
    const text = JSON.stringify(config);
    const unnamed = this.#rules.filter(rule => !text.includes(`"${rule.name}"`)).map(rule => rule.name);
    return this.#validate(projectConfigSchema(this.#rules, new Set(unnamed)), config);
  }

  #validate(schema: JsonSchema, value: unknown): Complaint[] {
    this.#ajv ??= new Ajv({
      allErrors: true,
      verbose: true,
      // The schema speaks to editors, too.
      keywords: ['markdownDescription', 'enumDescriptions', 'patternErrorMessage'],
      // Schemas are used once or twice: making their code fast takes longer than running it.
      code: { optimize: false },
    });
    const validate = this.#ajv.compile(schema);
    return validate(value) ? [] : complaints(validate.errors ?? []);
  }
}
