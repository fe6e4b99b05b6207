import type { Page } from '../../src/site/page.ts';
import type { SharedParts } from '../shared-parts.tsx';
import { Icon } from './icon.tsx';
import { ReaderControls } from './reader-controls.tsx';

/** The top of every page: nameplate, tools, sections. On the home page the nameplate is the heading, and large. */
export function Masthead({ parts, page }: { readonly parts: SharedParts; readonly page: Page }) {
  const isFront = page.kind === 'home';
  const states = parts.menu.map((item) => currentState(item.url, page));
  return parts.view.recall(`masthead ${isFront} ${states}`, () => (
    <Bar parts={parts} isFront={isFront} states={states} />
  ));
}

interface BarProps {
  readonly parts: SharedParts;
  readonly isFront: boolean;
  /** Of the links of the menu. */
  readonly states: readonly CurrentState[];
}

function Bar({ parts, isFront, states }: BarProps) {
  const { view, menu } = parts;
  const { chrome, strings } = view;
  const Nameplate = isFront ? 'h1' : 'p';
  return (
    <header class={isFront ? 'masthead masthead-front' : 'masthead'}>
      <div class="masthead-bar">
        {isFront && chrome.description !== '' && <p class="tagline">{chrome.description}</p>}
        <Nameplate class="nameplate">
          <a href={view.link('/')}>{chrome.title}</a>
        </Nameplate>
        <div class="masthead-tools">
          <a class="tool" href={view.link('/search/')}>
            <Icon name="search" />
            <span>{strings.search}</span>
          </a>
          <ReaderControls content={parts.readerControls} />
        </div>
      </div>
      {menu.length > 0 && (
        <nav class="sections" aria-label={strings.sections}>
          <ul>
            {menu.map((item, index) => (
              <li key={item.url}>
                <a href={item.href} aria-current={states[index]}>
                  {item.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

type CurrentState = 'page' | 'true' | undefined;

/** `page` when the link is the page itself, `true` when the page is in the link's section. */
function currentState(url: string, page: Page): CurrentState {
  if (url === page.url) return 'page';
  if (url === '/' || !url.endsWith('/')) return undefined;
  const place = page.kind === 'article' ? (page.categories[0]?.at(-1)?.url ?? page.url) : page.url;
  return place.startsWith(url) ? 'true' : undefined;
}
