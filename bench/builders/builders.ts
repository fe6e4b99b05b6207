import { broadsheet } from './broadsheet.ts';
import type { Builder } from './builder.ts';
import { eleventy } from './eleventy.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';

/** Whom Broadsheet is measured against, in the order they are measured and shown. */
export const PEERS: readonly Builder[] = Object.freeze([hugo, eleventy, hexo]);

/** All, Broadsheet first. */
export const BUILDERS: readonly Builder[] = Object.freeze([broadsheet, ...PEERS]);
