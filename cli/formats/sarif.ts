/** SARIF 2.1.0, the format of code scanning services. Lines and columns in it are 1-based. */

import { pathToFileURL } from 'node:url';
import type { Edit, Finding, Fix, Severity, Span } from '../../shared/finding.ts';
import { pageOf } from '../../shared/recorded-warning.ts';
import { HOME_PAGE, rulePage, type RuleMeta } from '../../shared/rule-meta.ts';
import { shown, type Formatter } from '../result.ts';

const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'note', hint: 'note' };

export const formatSarif: Formatter = ({ reports, rules, version, cwd }) => {
  const findings = reports.flatMap(report => report.findings);
  const descriptors = descriptorsFor(rules, findings);
  const indexOf = new Map(descriptors.map((descriptor, index) => [descriptor.id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Asynclens', version, informationUri: HOME_PAGE, rules: descriptors } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(cwd).href.replace(/\/$/, '')}/` } },
        artifacts: reports.map(report => ({ location: artifact(report.file, cwd) })),
        results: findings.map(finding => result(finding, indexOf.get(finding.rule)!, cwd)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

interface Descriptor {
  readonly id: string;
  readonly helpUri: string;
}

/** All rules, and what else reported something: run-time warnings, and the report of unused suppressions. */
function descriptorsFor(rules: readonly RuleMeta[], findings: readonly Finding[]): Descriptor[] {
  const known = new Set(rules.map(rule => rule.name));
  const others = new Set(findings.map(finding => finding.rule).filter(name => !known.has(name)));
  return [
    ...rules.map(({ name, summary, category }) => ({
      id: name,
      shortDescription: { text: summary },
      helpUri: rulePage(name),
      properties: { tags: [category] },
    })),
    ...[...others].map(name => ({ id: name, helpUri: pageOf(name) })),
  ];
}

function result(finding: Finding, ruleIndex: number, cwd: string): object {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVEL[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: physical(finding.span, cwd) }],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map(({ span, message }, id) => ({
        id,
        message: { text: message },
        physicalLocation: physical(span, cwd),
      })),
    }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map(it => fix(it, cwd)) }),
  };
}

function fix({ title, edits }: Fix, cwd: string): object {
  const files = [...new Set(edits.map(edit => edit.span.file))];
  return {
    description: { text: title },
    artifactChanges: files.map(file => ({
      artifactLocation: artifact(file, cwd),
      replacements: edits.filter(edit => edit.span.file === file).map(replacement),
    })),
  };
}

const replacement = ({ span, text }: Edit): object => ({ deletedRegion: region(span), insertedContent: { text } });

const physical = (span: Span, cwd: string): object => ({
  artifactLocation: artifact(span.file, cwd),
  region: region(span),
});

const region = ({ start, end }: Span): object => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

/** Relative to the working directory, so that reports of different machines agree. */
function artifact(file: string, cwd: string): object {
  const path = shown(file, cwd);
  return path === file
    ? { uri: pathToFileURL(file).href }
    : { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}
