import type { ProjectPage } from '../../src/site/page.ts';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { Icon } from '../components/icon.tsx';
import { Logo } from '../components/logo.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Time } from '../components/time.tsx';
import { urlHost } from '../url-host.ts';
import type { View } from '../view.ts';

/** A company or product: what it is called, since when it is in the news, and every article that names it. */
export function Project({ view, page }: { readonly view: View; readonly page: ProjectPage }) {
  const { project } = page;
  return (
    <>
      <header class="page-heading project-heading">
        <Logo view={view} project={project} />
        <div>
          <Breadcrumb view={view} path={[{ title: view.strings.projects, url: '/projects/' }]} />
          <h1>{page.title}</h1>
          <Facts view={view} page={page} />
          {project.href !== undefined && (
            <p>
              <a class="button" href={project.href} rel="external noopener nofollow">
                {view.strings.visitProject} <span>{urlHost(project.href)}</span>
                <Icon name="external" />
              </a>
            </p>
          )}
        </div>
      </header>
      {page.articles.length === 0 && <p class="empty">{view.strings.empty}</p>}
      {page.articles.length > 0 && (
        <div class="rows rows-list">
          {page.articles.map((card) => (
            <Card key={card.url} view={view} card={card} form="row" level={2}>
              {card.sentence !== '' && (
                <p class="card-excerpt" lang={card.lang}>
                  <Sentence text={card.sentence} names={[project.name, ...page.names]} />
                </p>
              )}
            </Card>
          ))}
        </div>
      )}
      <Pagination view={view} newer={page.newer} older={page.older} pageNumber={page.pageNumber} />
    </>
  );
}

function Facts({ view, page }: { readonly view: View; readonly page: ProjectPage }) {
  const { strings } = view;
  return (
    <dl class="project-facts">
      {page.names.length > 0 && (
        <div>
          <dt>{strings.otherNames}</dt>
          <dd>{page.names.join(strings.listSeparator)}</dd>
        </div>
      )}
      <div>
        <dt>{strings.mentions}</dt>
        <dd>{strings.articleCount(page.count)}</dd>
      </div>
      <div>
        <dt>{strings.firstMention}</dt>
        <dd>
          <Time view={view} at={page.firstMention} precision="date" />
        </dd>
      </div>
      <div>
        <dt>{strings.latestMention}</dt>
        <dd>
          <Time view={view} at={page.latestMention} precision="date" />
        </dd>
      </div>
    </dl>
  );
}

/** A sentence with the first of the names that it contains marked. */
function Sentence({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  const name = names.find((candidate) => candidate !== '' && text.includes(candidate));
  if (name === undefined) return <>{text}</>;
  const start = text.indexOf(name);
  return (
    <>
      {text.slice(0, start)}
      <mark>{name}</mark>
      {text.slice(start + name.length)}
    </>
  );
}
