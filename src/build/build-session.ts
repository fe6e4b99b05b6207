import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { outputPath } from '../site/link.ts';
import type { ArrangedSite } from './arrange-content.ts';
import { lockFolder } from './build-lock.ts';
import type { BuildOptions } from './build-options.ts';
import { type BuildResult, buildWithStore } from './build-with-store.ts';
import type { ContentFolder } from './open-content.ts';
import { type OpenedStore, openStore } from './open-store.ts';
import { resolveFolders } from './resolve-folders.ts';
import { showArticle } from './show-article.ts';
import { Workforce } from './workforce.ts';

class Superseded extends Error {}

/**
 * Builds of one site one after the other, as a preview makes them: the workers stay, the store stays open (and locked), and
 * an article that was saved is shown on its own page before the rest of the site is looked at.
 */
export class BuildSession {
  readonly #options: BuildOptions;
  readonly #workforce: Workforce;
  #opened: { readonly store: OpenedStore; readonly unlock: () => void } | undefined;
  #last: { readonly content: ContentFolder; readonly site: ArrangedSite } | undefined;

  /** @param options - Of every build, but for the instant. `clean` is of no account. */
  constructor(options: Omit<BuildOptions, 'now' | 'clean'>) {
    const complete = { ...options, clean: false, now: 0 };
    this.#options = { ...complete, ...resolveFolders(complete) };
    this.#workforce = new Workforce(options.workers);
  }

  /**
   * Builds the whole site.
   *
   * @param isSuperseded - Asked while the build is planned: whether it may as well be given up, since something was saved.
   * @returns `undefined` when it was given up; nothing was written then.
   * @throws As `runBuild`.
   */
  async build(): Promise<BuildResult>;
  async build(isSuperseded: () => boolean): Promise<BuildResult | undefined>;
  async build(isSuperseded: () => boolean = () => false): Promise<BuildResult | undefined> {
    const opened = await this.#open();
    const pause = async (): Promise<void> => {
      // Once round the event loop: what was saved meanwhile is heard of first.
      await setImmediate();
      await setImmediate();
      if (isSuperseded()) throw new Superseded();
    };
    try {
      return await buildWithStore(
        { ...this.#options, now: Date.now() },
        {
          opened,
          workforce: this.#workforce,
          pause,
          onArranged: (content, site) => {
            this.#last = { content, site };
          },
        },
      );
    } catch (error) {
      if (error instanceof Superseded) return undefined;
      throw error;
    }
  }

  /**
   * Writes the page of an article that was saved, with all that the article itself says; lists, neighbours and what else
   * shows it are left to the build that has to follow.
   *
   * @param file - Absolute.
   * @returns The page's file below the output folder when it was written; `undefined` when there is nothing to be shown
   *   ahead: not an article that was there, or one with a fault, or no change on its page.
   */
  async show(file: string): Promise<string | undefined> {
    const last = this.#last;
    const opened = this.#opened;
    if (last === undefined || opened === undefined) return undefined;
    const item = [...last.content.articles, ...last.content.pages].find(
      ({ source }) => path.resolve(source.absolute) === file,
    );
    if (item === undefined) return undefined;
    const url = last.site.listUrls().byFile[item.label + item.source.path];
    const group = last.site.groups.find((candidate) => url !== undefined && candidate.urls().includes(url));
    const page = group
      ?.plan()
      .find((candidate) => candidate.url === url)
      ?.make();
    if (page?.kind !== 'article') return undefined;
    const unlock = lockFolder(this.#options.output);
    try {
      const { content, site } = last;
      // Whatever is known of it: it was saved.
      const { source, label } = item;
      const isWritten = await showArticle({ source, label }, page, {
        content,
        site,
        store: opened.store.store,
        workforce: this.#workforce,
        options: this.#options,
      });
      return isWritten ? outputPath(page.url) : undefined;
    } finally {
      unlock();
    }
  }

  /** Ends the workers, and leaves the store in order. */
  async close(): Promise<void> {
    await this.#workforce.dismiss();
    await this.#opened?.store.close();
    await this.#workforce.disband();
    this.#opened?.unlock();
    this.#opened = undefined;
  }

  async #open(): Promise<OpenedStore> {
    if (this.#opened === undefined) {
      const unlock = lockFolder(this.#options.cache);
      try {
        this.#opened = { store: await openStore(this.#options.cache, this.#workforce), unlock };
      } catch (error) {
        unlock();
        throw error;
      }
    }
    return this.#opened.store;
  }
}
