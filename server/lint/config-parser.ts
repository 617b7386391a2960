/** Reads the text of one `asynclens.json`, and settings that come from elsewhere in the same form. */

import { Ajv } from 'ajv';
import {
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { LineMap } from '../../shared/line-map.ts';
import type { RuleMeta } from '../../shared/rule-meta.ts';
import type { ProjectConfig, RuleSetting } from '../../shared/settings.ts';
import type { ConfigProblem } from './api.ts';
import { complaints, type Complaint } from './config-complaint.ts';
import { projectConfigSchema } from './config-schema.ts';

export type ParsedConfig =
  | { readonly kind: 'valid'; readonly config: ProjectConfig }
  | { readonly kind: 'broken'; readonly problems: readonly ConfigProblem[] };

export type Rules = Readonly<Record<string, RuleSetting>>;

export class ConfigParser {
  readonly #ajv = new Ajv({
    allErrors: true,
    verbose: true,
    // The schema speaks to editors, too.
    keywords: ['markdownDescription', 'enumDescriptions'],
    // Schemas are used once or twice: making their code fast takes longer than running it.
    code: { optimize: false },
  });
  readonly #rules: readonly RuleMeta[];

  constructor(rules: readonly RuleMeta[]) {
    this.#rules = rules;
  }

  /** `file` is named in the problems' spans; comments and trailing commas are allowed in `text`. */
  parse(file: string, text: string): ParsedConfig {
    const lines = new LineMap(text);
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    if (root === undefined || errors.length > 0) {
      return { kind: 'broken', problems: syntaxProblems(file, lines, errors) };
    }

    const config: unknown = getNodeValue(root);
    const found = this.#complaintsAbout(config);
    if (found.length === 0) return { kind: 'valid', config: config as ProjectConfig };
    const problems = found.map(complaint => {
      const { offset, length } = nodeOf(root, complaint);
      return { span: lines.span(file, offset, offset + length), message: complaint.message };
    });
    return { kind: 'broken', problems };
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
    const validate = this.#ajv.compile(projectConfigSchema(this.#rules, new Set(unnamed)));
    return validate(config) ? [] : complaints(validate.errors ?? []);
  }
}

function syntaxProblems(file: string, lines: LineMap, errors: readonly ParseError[]): ConfigProblem[] {
  return errors.map(({ error, offset, length }) => {
    const words = printParseErrorCode(error)
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
      .toLowerCase();
    return { span: lines.span(file, offset, offset + length), message: `This is not valid JSON: ${words}.` };
  });
}

/** The part of the file that a complaint is about. */
function nodeOf(root: Node, { path, about }: Complaint): Node {
  const value = findNodeAtLocation(root, [...path]) ?? root;
  const name = value.parent?.type === 'property' ? value.parent.children?.[0] : undefined;
  return about === 'name' && name !== undefined ? name : value;
}
