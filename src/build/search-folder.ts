/** Where the files of the search index are, relative to the output folder: below the search page's own address. */
export const SEARCH_FOLDER = 'search/';
