import type { Builder } from '../builders/builder.ts';
import { generateArticle } from '../corpus/generate-article.ts';
import { placeFile } from '../measure/workspace.ts';
import type { CorpusChoice } from './cases.ts';

export interface Place {
  readonly builder: Builder;
  readonly workspace: string;
}

/** Writes one corpus to every builder's workspace, in its own shape. @returns Bytes of the articles as generated. */
export function writeCorpora({ articles, seed }: CorpusChoice, places: readonly Place[]): number {
  const folders = new Set<string>();
  const paths: string[] = [];
  let bytes = 0;
  for (let index = 0; index < articles; index += 1) {
    const article = generateArticle(index, seed);
    paths.push(article.path);
    bytes += Buffer.byteLength(article.text);
    for (const { builder, workspace } of places) placeFile(workspace, builder.placeArticle(article), folders);
  }
  for (const { builder, workspace } of places) {
    for (const file of builder.placeOthers(paths)) placeFile(workspace, file, folders);
  }
  return bytes;
}
