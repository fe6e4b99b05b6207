// The peer in a fast habit: no template engine reads the bodies, layouts are functions, lists are made once as collections.
import { listArticles, listLists, listTerms } from './lists.js';

export default function (eleventyConfig) {
  // Without this Eleventy stops at the first RFC 2822 date.
  eleventyConfig.addDateParsing((date) => (typeof date === 'string' ? new Date(date) : undefined));
  eleventyConfig.addPassthroughCopy('site.css');
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.addCollection('articles', listArticles);
  eleventyConfig.addCollection('lists', listLists);
  eleventyConfig.addCollection('terms', listTerms);
}

export const config = {
  dir: { input: 'content', includes: '../_includes', output: '_site' },
  templateFormats: ['html', '11ty.js'],
  htmlTemplateEngine: false,
};
