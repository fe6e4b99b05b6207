import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"><path d="M0 0h800v450H0z" fill="#456"/></svg>';

/** What other hosts than the site's own do. */
export const HOSTS = ['answer', 'refuse', 'hang', 'are gone'] as const;
export type Hosts = (typeof HOSTS)[number];

export interface VisitOptions extends BrowserContextOptions {
  /** `answer` by default. */
  readonly hosts?: Hosts;
  /** What the browser kept of an earlier visit. */
  readonly storage?: { readonly [key: string]: string };
}

export interface Visitor {
  readonly tab: Page;
  /** Errors of the console, uncaught errors, and everything that a policy stopped. */
  readonly complaints: string[];
  /** Requests to other hosts than the site's own, as `image https://…`. */
  readonly foreign: string[];
  leave(): Promise<void>;
}

/** A reader with a browser of their own. @param origin - Of the site. */
export async function visit(browser: Browser, origin: string, options: VisitOptions = {}): Promise<Visitor> {
  const { hosts = 'answer', storage = {}, ...rest } = options;
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block', ...rest });
  await context.addInitScript((kept) => {
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  }, storage);
  const tab = await context.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (message) => {
    // A picture that does not load is what some readers are to meet here.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  await context.route(
    (url) => url.origin !== origin,
    async (route) => {
      foreign.push(`${route.request().resourceType()} ${route.request().url()}`);
      await answer(route, hosts);
    },
  );
  return { tab, complaints, foreign, leave: () => context.close() };
}

async function answer(route: Route, hosts: Hosts): Promise<void> {
  if (hosts === 'are gone') await route.abort('blockedbyclient');
  else if (hosts === 'refuse') await route.fulfill({ status: 403, body: '' });
  else {
    if (hosts === 'hang') await new Promise((resolve) => setTimeout(resolve, 800));
    // The page may have been left in the meantime.
    await route.fulfill({ body: PICTURE, contentType: 'image/svg+xml' }).catch(() => undefined);
  }
}
