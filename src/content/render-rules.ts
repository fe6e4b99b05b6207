import type { Rule } from './rules.ts';

/** Rules that belong together. */
export interface RuleSection {
  readonly title: string;
  readonly rules: Readonly<Record<string, Rule>>;
  /** What the examples are written in, for syntax colours. */
  readonly language: string;
}

/** The reference of all rules (`docs/rules.md`), in Markdown: each with what it means, a bad and a good example. */
export function renderRules(sections: readonly RuleSection[]): string {
  const parts = ['# Rules', INTRODUCTION, ...sections.flatMap(renderSection)];
  return `${parts.join('\n\n')}\n`;
}

const INTRODUCTION = `What \`npm run check\` and the build report, by the name that ends up in the report. Names never change.
An **error** keeps the article from being published: it is quarantined, and named in the closing summary. A **warning** says
what was repaired or looks wrong; the article is published. An **info** is what could be better and seldom is, in scraped
articles above all: \`npm run check\` lists three of each rule and counts the rest, unless \`--all\` is asked for. Of links and
imports, an error ends the command with status 1.

How serious \`npm run check\` takes a warning or an info is set in \`site.yaml\`; what is published does not depend on it:

\`\`\`yaml
check:
  rules:
    image-without-alt: warning
    missing-thumbnail: off
    broken-internal-link: error   # ends the command with status 1
\`\`\`

This page is generated: \`UPDATE_DOCS=1 npm test\` writes it from the tables in \`src/*/*rules.ts\`.`;

function renderSection({ title, rules, language }: RuleSection): string[] {
  const names = Object.keys(rules).sort();
  return [`## ${title}`, ...names.flatMap((name) => renderRule(name, rules[name]!, language))];
}

function renderRule(name: string, rule: Rule, language: string): string[] {
  return [
    `### \`${name}\` (${rule.severity})`,
    `${rule.summary} ${rule.hint}`,
    'Bad:',
    renderExample(rule.bad, language),
    'Good:',
    renderExample(rule.good, language),
  ];
}

function renderExample(example: string, language: string): string {
  return `\`\`\`\`${language}\n${example}\n\`\`\`\``;
}
