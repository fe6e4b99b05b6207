import { existsSync } from 'node:fs';
import path from 'node:path';
import { isArticleFolder } from '../content/article-file.ts';
import { BuildError, type BuildOptions } from './build-options.ts';

/** Absolute folders. @throws BuildError when one would swallow another. */
export function resolveFolders({ content, output, cache }: BuildOptions) {
  const folders = {
    content: path.resolve(content),
    output: path.resolve(output),
    cache: path.resolve(cache),
  };
  const holds = (outer: string, inner: string) => inner === outer || inner.startsWith(outer + path.sep);
  if (holds(folders.output, folders.content) || holds(folders.output, process.cwd())) {
    throw new BuildError(
      `The output folder ${folders.output} would swallow the sources. Name another with --output.`,
    );
  }
  if (isReadAsContent(folders.content, folders.output)) {
    throw new BuildError(
      `The output folder ${folders.output} lies where articles are read from, and its pages would become articles. Name another with --output.`,
    );
  }
  if (holds(folders.output, folders.cache)) {
    throw new BuildError(
      `The cache ${folders.cache} lies in the output folder and would be published. Name another with --cache.`,
    );
  }
  return folders;
}

/** Whether a folder lies among the articles, pages or media of a content folder. Both are absolute. */
function isReadAsContent(content: string, folder: string): boolean {
  const inside = path.relative(content, folder).split(path.sep).join('/');
  if (inside.startsWith('..') || path.isAbsolute(inside)) return false;
  const isSplit = existsSync(path.join(content, 'articles'));
  return (!isSplit || /^(?:articles|pages|media)\//.test(inside)) && isArticleFolder(inside);
}
