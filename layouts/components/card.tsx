import type { ArticleCard } from '../../src/site/page.ts';
import { breaksAtClauses } from '../breaks-at-clauses.ts';
import type { Children } from '../jsx/markup.ts';
import type { View } from '../view.ts';
import { CategoryName } from './category-name.tsx';
import { Picture } from './picture.tsx';
import { Time } from './time.tsx';

/**
 * - `lead`: the largest, one a page; its picture is loaded at once.
 * - `tile`: picture above, for grids.
 * - `row`: picture at the side, excerpt below the headline, for lists.
 * - `line`: headline and time alone, for columns.
 */
export type CardForm = 'lead' | 'tile' | 'row' | 'line';

interface CardProps {
  readonly view: View;
  readonly card: ArticleCard;
  readonly form: CardForm;
  /** Level of the headline: one below the heading that the card stands under. */
  readonly level: 2 | 3;
  /** How many levels of the category path the page already names: they are not repeated. 0 by default. */
  readonly knownLevels?: number;
  /** In place of the excerpt. */
  readonly children?: Children;
}

/** An article in a list. The headline's link covers the whole card. */
export function Card({ view, card, form, level, knownLevels = 0, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { author, category, lang } = card;
  // The channels of a scraped site often bear its name: a card says it once.
  const showsAuthor =
    author !== undefined && form !== 'line' && category.every(({ title }) => title !== author);
  return (
    <article class={`card card-${form}`}>
      {form !== 'line' && (
        <Picture
          view={view}
          thumbnail={card.thumbnail}
          title={card.title}
          color={category[0]?.color}
          isFirst={form === 'lead'}
        />
      )}
      <div class="card-text">
        <Heading class={breaksAtClauses(card.title) ? 'card-title clauses' : 'card-title'} lang={lang}>
          <a href={view.link(card.url)}>{card.title}</a>
        </Heading>
        {children ?? <Excerpt card={card} form={form} />}
        <p class="card-meta">
          {card.draft === true && <span class="badge">{view.strings.draft}</span>}
          {card.pinned === true && <span class="badge">{view.strings.pinned}</span>}
          <CategoryName view={view} path={category} knownLevels={knownLevels} />
          {showsAuthor && <span class="card-author">{author}</span>}
          <Time
            view={view}
            at={card.date}
            precision={form === 'lead' || form === 'line' ? 'date-time' : 'date'}
          />
        </p>
      </div>
    </article>
  );
}

function Excerpt({ card, form }: { readonly card: ArticleCard; readonly form: CardForm }) {
  if (form === 'line' || card.excerpt === '') return null;
  return (
    <p class="card-excerpt" lang={card.lang}>
      {card.excerpt}
    </p>
  );
}
