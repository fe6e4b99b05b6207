import { type EvidenceShare, explainVerdict, type VerdictExplanation } from '../html/project-explanation.ts';
import { readProjectId } from '../html/project-id.ts';
import { foldName } from '../site/project-name.ts';
import type { Project } from '../site/site.ts';
import { EVIDENCE_WORDS, RULE_WORDS } from './evidence-words.ts';
import type { ProjectSurvey, SurveyedOccurrence } from './survey-projects.ts';

type Format = 'pretty' | 'json';

/** A project of the site, or a name of which no link was kept. */
interface ListedProject {
  readonly ids: readonly string[];
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly linksKept: number;
  readonly linksToText: number;
  readonly articles: number;
  /** Absent: no article names it. */
  readonly url?: string;
}

/** All names that taggers linked, most articles first. */
export function describeProjects(survey: ProjectSurvey, format: Format): string {
  const listed = listProjects(survey);
  if (format === 'json') return `${JSON.stringify(listed, null, 2)}\n`;
  const rows = listed.map(({ ids, name, otherNames, linksKept, linksToText, articles }) => {
    const numbers = [articles, linksKept, linksToText].map((number) => String(number).padStart(8));
    const others = otherNames.length === 0 ? '' : ` (${otherNames.join(', ')})`;
    return `${numbers.join('')}  ${name}${others}  ${ids.map((id) => `project:${id}`).join(' ')}\n`;
  });
  const kept = listed.filter(({ url }) => url !== undefined).length;
  return `${'articles'.padStart(8)}${'kept'.padStart(8)}${'to text'.padStart(8)}  name, id\n${rows.join('')}${kept} ${kept === 1 ? 'project' : 'projects'}; ${listed.length - kept} names of which no link was kept.\n`;
}

function listProjects({ occurrences, site, config }: ProjectSurvey): readonly ListedProject[] {
  const groups = new Map<string, { readonly name: string; kept: number; removed: number }>();
  const enter = (id: string, name: string) => {
    const home = site.findProject(id)?.card.id ?? id;
    const group = groups.get(home) ?? { name, kept: 0, removed: 0 };
    groups.set(home, group);
    return group;
  };
  for (const { occurrence } of occurrences) {
    const group = enter(occurrence.id, occurrence.name || occurrence.text);
    if (explainVerdict(occurrence, config.projects).verdict.keep) group.kept += 1;
    else group.removed += 1;
  }
  // Those that are named by hand alone.
  for (const { card } of site.projects) enter(card.id, card.name);
  return Array.from(groups, ([id, { name, kept, removed }]): ListedProject => {
    const project = site.findProject(id);
    return {
      ids: project?.ids ?? [id],
      name: project?.card.name ?? name,
      otherNames: project === undefined ? [] : namesOf(project),
      linksKept: kept,
      linksToText: removed,
      articles: project?.mentions.length ?? 0,
      ...(project && { url: project.card.url }),
    };
  }).sort((a, b) => b.articles - a.articles || b.linksToText - a.linksToText || (a.name < b.name ? -1 : 1));
}

function namesOf({ names }: Project): readonly string[] {
  return names.map(({ name }) => name);
}

/**
 * Every verdict on the links of one name, with its grounds.
 *
 * @param name - As written, as a project is called, or an id.
 * @returns `undefined` when there is no such link and no such project.
 */
export function describeVerdicts(survey: ProjectSurvey, name: string, format: Format): string | undefined {
  const { site, config } = survey;
  const wanted = foldName(name);
  const isCalled = (text: string): boolean => foldName(text) === wanted;
  const project =
    site.findProject(readProjectId(name) ?? '') ??
    site.projects.find((one) => isCalled(one.card.name) || namesOf(one).some(isCalled));
  const found = survey.occurrences.filter(
    ({ occurrence: { id, text, name: given } }) =>
      isCalled(text) || isCalled(given) || isCalled(id) || project?.ids.includes(id) === true,
  );
  if (found.length === 0 && project === undefined) return undefined;
  const explained = found.map((one) => ({ ...one, ...explainVerdict(one.occurrence, config.projects) }));
  if (format === 'json') return `${JSON.stringify(explained.map(toData), null, 2)}\n`;
  const kept = explained.filter(({ verdict }) => verdict.keep).length;
  return [
    ...(project === undefined ? [] : [describeProject(project)]),
    `${explained.length} ${explained.length === 1 ? 'link' : 'links'}: ${kept} kept, ${explained.length - kept} turned to text.`,
    ...explained.map(describeVerdict),
    '',
  ].join('\n');
}

function toData({ file, occurrence, verdict, decidedBy, shares }: SurveyedOccurrence & VerdictExplanation) {
  const { quoted: _quoted, ...shown } = occurrence;
  return { file, ...shown, ...verdict, decidedBy, shares };
}

function describeProject(project: Project): string {
  const { card, ids, mentions } = project;
  const names = namesOf(project);
  return [
    `${card.name}  ${card.url}  named by ${mentions.length} ${mentions.length === 1 ? 'article' : 'articles'}`,
    ...(names.length === 0 ? [] : [`  also written ${names.join(', ')}`]),
    ...(ids.length === 1 ? [] : [`  one project: ${ids.map((id) => `project:${id}`).join(' ')}`]),
    '',
  ].join('\n');
}

/** Characters of a paragraph that are shown on each side of a link. */
const SHOWN = 16;

function describeVerdict({
  file,
  occurrence,
  ...explanation
}: SurveyedOccurrence & VerdictExplanation): string {
  const { keep, reason, extension } = explanation.verdict;
  const before = [...occurrence.before].slice(-SHOWN).join('');
  const after = [...occurrence.after].slice(0, SHOWN).join('');
  const outcome = `${keep ? 'kept' : 'text'} (${reason})`;
  const extended =
    extension === undefined ? '' : `, with ${extension.before + extension.after} characters around it`;
  return `\n${outcome}${extended}  ${before}[${occurrence.text}]${after}\n  ${file}  project:${occurrence.id}\n  ${describeGrounds(explanation)}`;
}

function describeGrounds({ decidedBy, shares, verdict }: VerdictExplanation): string {
  if (decidedBy === 'site') return `site.yaml: projects.${verdict.keep ? 'always' : 'ignore'}`;
  if (decidedBy === 'rule') return RULE_WORDS[verdict.reason];
  const told = shares
    .filter(({ odds }) => Math.abs(odds) >= 0.05)
    .map(({ evidence, odds }) => `${signed(odds)} ${EVIDENCE_WORDS[evidence]}`);
  return `log-odds of a name ${signed(sum(shares))} = ${told.join(', ')}`;
}

function sum(shares: readonly EvidenceShare[]): number {
  return shares.reduce((total, { odds }) => total + odds, 0);
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;
}
