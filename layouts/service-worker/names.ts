/** Names of the caches: the browser's script lists the articles that are kept. */
export const ARTICLES = 'broadsheet-articles';
export const ASSETS = 'broadsheet-assets';
export const OFFLINE = 'broadsheet-offline';

/** Header of a kept article: its title, percent-encoded. */
export const TITLE_HEADER = 'x-title';
