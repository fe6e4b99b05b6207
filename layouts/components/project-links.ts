import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { ArticlePage, ArticleProject, Page, StandalonePage } from '../../src/site/page.ts';
import { formatDate } from '../format-date.ts';
import type { PageBody } from '../page-body.ts';
import type { View } from '../view.ts';

/**
 * A heading, or a link to a project, as the cleaned body has them: it is written in one form only, and no text or
 * attribute of it can hold these characters.
 */
const LANDMARK = /<h[2-6][ >]|<a href="([^"]*)projects\/([a-z0-9_-]+)\/" class="project">(.*?)<\/a>/gs;

/**
 * Brings a body's links to projects in line with the site: an id that was merged leads to the project's page, once a
 * section; an id that has no page becomes text; the others get a line of preview.
 */
export function settleProjectLinks(body: PageBody, page: Page, view: View): PageBody {
  if (page.kind !== 'article' && page.kind !== 'standalone') return body;
  return body.html.includes(' class="project">')
    ? { ...body, html: settleHtml(body.html, page, view) }
    : body;
}

function settleHtml(html: SafeHtml, page: ArticlePage | StandalonePage, view: View): SafeHtml {
  const { projects = [], movedProjects = {} } = page;
  const byId = new Map<string, ArticleProject>(projects.map((project) => [project.id, project]));
  let linked = new Set<string>();
  return html.replace(LANDMARK, (found, base?: string, id?: string, content?: string) => {
    if (id === undefined) {
      linked = new Set();
      return found;
    }
    const home = Object.hasOwn(movedProjects, id) ? movedProjects[id]! : id;
    const project = byId.get(home);
    if (project === undefined || linked.has(home)) return content!;
    linked.add(home);
    const preview = escapeAttribute(previewOf(project, view));
    return `<a href="${base}projects/${home}/" class="project" aria-description="${preview}">${content}</a>`;
  }) as SafeHtml;
}

/** Where the project was in the news before, in one line. */
function previewOf({ name, previous }: ArticleProject, { strings, chrome }: View): string {
  if (previous === undefined) return strings.projectPreview(name);
  return strings.projectPreview(name, previous.title, formatDate(previous.date, chrome.timeZone));
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
