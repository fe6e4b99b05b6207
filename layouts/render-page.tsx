import type { SafeHtml } from '../src/html/safe-html.ts';
import type { Page, SiteChrome } from '../src/site/page.ts';
import { settlePictureSizes } from './components/picture-sizes.ts';
import { settleProjectLinks } from './components/project-links.ts';
import { Document } from './document.tsx';
import type { Markup } from './jsx/markup.ts';
import type { PageBody } from './page-body.ts';
import { ArchiveIndex } from './pages/archive-index.tsx';
import { Article } from './pages/article.tsx';
import { Category } from './pages/category.tsx';
import { CategoryIndex } from './pages/category-index.tsx';
import { Home } from './pages/home.tsx';
import { List } from './pages/list.tsx';
import { NotFound } from './pages/not-found.tsx';
import { Offline } from './pages/offline.tsx';
import { Project } from './pages/project.tsx';
import { ProjectIndex } from './pages/project-index.tsx';
import { Redirect } from './pages/redirect.tsx';
import { Search } from './pages/search.tsx';
import { Standalone } from './pages/standalone.tsx';
import { TermIndex } from './pages/term-index.tsx';
import { sharedParts } from './shared-parts.tsx';
import type { View } from './view.ts';

export interface PageContext {
  readonly chrome: SiteChrome;
  /** Of an article or a standalone page; absent: an empty one. */
  readonly body?: PageBody;
}

const EMPTY_BODY: PageBody = { html: '' as SafeHtml, outline: [], images: [] };

/**
 * A page of the site as a whole HTML document, ready to be written.
 *
 * It depends on nothing but its arguments: not on the clock, the machine's time zone or locale, nor on other pages.
 */
export function renderPage(page: Page, context: PageContext): string {
  const parts = sharedParts(context.chrome);
  const body = settlePictureSizes(settleProjectLinks(context.body ?? EMPTY_BODY, page, parts.view), page);
  const document =
    page.kind === 'redirect' ? (
      <Redirect parts={parts} page={page} />
    ) : (
      <Document parts={parts} page={page}>
        {renderContent(page, parts.view, body)}
      </Document>
    );
  return `<!DOCTYPE html>\n${document.html}\n`;
}

function renderContent(page: Exclude<Page, { kind: 'redirect' }>, view: View, body: PageBody): Markup {
  switch (page.kind) {
    case 'home':
      return <Home view={view} page={page} />;
    case 'article':
      return <Article view={view} page={page} body={body} />;
    case 'category':
      return <Category view={view} page={page} />;
    case 'category-index':
      return <CategoryIndex view={view} page={page} />;
    case 'list':
      return <List view={view} page={page} />;
    case 'archive-index':
      return <ArchiveIndex view={view} page={page} />;
    case 'term-index':
      return <TermIndex view={view} page={page} />;
    case 'project':
      return <Project view={view} page={page} />;
    case 'project-index':
      return <ProjectIndex view={view} page={page} />;
    case 'standalone':
      return <Standalone view={view} page={page} body={body} />;
    case 'search':
      return <Search view={view} page={page} />;
    case 'not-found':
      return <NotFound view={view} page={page} />;
    case 'offline':
      return <Offline view={view} page={page} />;
  }
}
