import type { Link } from '../src/site/page.ts';
import type { Strings } from './strings.ts';

/** The pages from which every article can be found without searching. */
export function browseLinks(strings: Strings): readonly Link[] {
  return [
    { title: strings.latest, url: '/latest/' },
    { title: strings.categories, url: '/categories/' },
    { title: strings.archive, url: '/archives/' },
    { title: strings.tags, url: '/tags/' },
    { title: strings.projects, url: '/projects/' },
  ];
}
