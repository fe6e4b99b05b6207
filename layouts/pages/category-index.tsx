import type { CategoryIndexPage, CategoryNode } from '../../src/site/page.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { SectionHeading } from '../components/section-heading.tsx';
import type { View } from '../view.ts';

/** The tree of all categories, a block for each top one. */
export function CategoryIndex({ view, page }: { readonly view: View; readonly page: CategoryIndexPage }) {
  return (
    <>
      <PageHeading view={view} title={page.title} />
      {page.categories.length === 0 && <p class="empty">{view.strings.empty}</p>}
      <div class="columns">
        {page.categories.map((category, index) => (
          <section key={category.url} aria-labelledby={`category-${index + 1}`}>
            <SectionHeading
              view={view}
              id={`category-${index + 1}`}
              url={category.url}
              color={category.color}
            >
              {category.title}
            </SectionHeading>
            <p class="note">{view.strings.articleCount(category.count)}</p>
            {category.description !== undefined && <p>{category.description}</p>}
            <Branch view={view} nodes={category.children} />
          </section>
        ))}
      </div>
    </>
  );
}

function Branch({ view, nodes }: { readonly view: View; readonly nodes: readonly CategoryNode[] }) {
  if (nodes.length === 0) return null;
  return (
    <ul class="branch">
      {nodes.map((node) => (
        <li key={node.url}>
          <a href={view.link(node.url)}>{node.title}</a> <small>{node.count}</small>
          <Branch view={view} nodes={node.children} />
        </li>
      ))}
    </ul>
  );
}
