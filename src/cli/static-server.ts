import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { readMarker } from '../build/output-marker.ts';
import { headersFor, parseHeaderRules } from './host-rules.ts';

export interface ServerOptions {
  /** Absolute path of the built site. */
  readonly root: string;
  /** 0: any free one. When it is taken, the next free one is used. */
  readonly port: number;
  readonly host: string;
  /** Answers a request itself by returning true; asked first. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Changes the HTML of a page on its way out. */
  readonly transformHtml?: (html: string) => string;
}

export interface RunningServer {
  /** Where the home page is. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a built site as a static host would: `index.html` for folders, a redirect to the slash that a folder's address
 * lacks, the headers of `_headers`, compression, and `404.html` with status 404. Files are looked up at each request, so that
 * a build may go on meanwhile. A site whose address has a path is served below that path. `deploy/nginx.conf` does the same:
 * one table of expectations holds for both (`tests/deploy`).
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { root, host } = options;
  const files = sirv(root, {
    dev: true,
    etag: true,
    dotfiles: false,
    extensions: ['html'],
    onNoMatch: () => {},
  });
  const server = createServer((request, response) => {
    if (options.intercept?.(request, response)) return;
    const base = readMarker(root)?.basePath ?? '/';
    compress(request, response, () => answer({ ...options, base, files }, request, response));
  });
  const port = await listen(server, options.port, host);
  const shownHost = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shownHost}:${port}${readMarker(root)?.basePath ?? '/'}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type Handler = ReturnType<typeof sirv>;

/** A part of a file is sent as it is: its positions are those of the file. */
const compress = compression({
  filter: (request, response) => request.headers.range === undefined && compression.filter(request, response),
});

function answer(
  { root, base, files, transformHtml }: ServerOptions & { readonly base: string; readonly files: Handler },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const target = locate(root, base, request.url ?? '/');
  if (target.kind === 'elsewhere') {
    response.writeHead(301, { Location: target.location }).end();
    return;
  }
  const inside = target.kind === 'file' ? target.inside : '/404.html';
  for (const [name, value] of headersFor(readHeaderRules(root), inside)) response.setHeader(name, value);
  if (target.kind === 'missing') {
    const page = path.join(root, '404.html');
    const html = existsSync(page) ? readFileSync(page, 'utf8') : '<!doctype html><title>404</title>Not found';
    sendHtml(response, 404, request.method === 'HEAD' ? '' : (transformHtml?.(html) ?? html));
  } else if (transformHtml !== undefined && target.file.endsWith('.html')) {
    response.setHeader('Cache-Control', 'no-cache');
    sendHtml(response, 200, transformHtml(readFileSync(target.file, 'utf8')));
  } else {
    if (inside.endsWith('.opml')) response.setHeader('Content-Type', 'text/x-opml; charset=utf-8');
    request.url = encodeURI(inside).replace(/[?#]/g, encodeURIComponent);
    files(request, response);
  }
}

type Target =
  | { readonly kind: 'file'; readonly file: string /** Site-relative path. */; readonly inside: string }
  | { readonly kind: 'elsewhere'; readonly location: string }
  | { readonly kind: 'missing' };

/** What a request's URL leads to in a built site. */
function locate(root: string, base: string, url: string): Target {
  const pathname = decodePath(url);
  if (pathname === undefined) return { kind: 'missing' };
  const query = /\?[^#]*/.exec(url)?.[0] ?? '';
  if (`${pathname}/` === base) return { kind: 'elsewhere', location: base + query };
  const inside = `/${pathname.slice(base.length)}`;
  if (!pathname.startsWith(base) || isHidden(inside)) return { kind: 'missing' };
  const isFolder = statSync(path.join(root, inside), { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder && !inside.endsWith('/'))
    return { kind: 'elsewhere', location: `${encodeURI(pathname)}/${query}` };
  const file = isFolder ? path.join(root, inside, 'index.html') : path.join(root, inside);
  return isOwnFile(root, file) ? { kind: 'file', file, inside } : { kind: 'missing' };
}

/** Whether a path is a file of the site itself: a link in the folder leads nowhere else. */
function isOwnFile(root: string, file: string): boolean {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  return realpathSync(file) === path.join(realpathSync(root), path.relative(root, file));
}

/**
 * The path of a request, decoded, slashes that follow each other taken for one: `//host/` in a redirect would name another
 * site. `undefined` when it is malformed or would leave the site.
 */
function decodePath(url: string): string | undefined {
  try {
    const decoded = decodeURIComponent(url.replace(/[?#].*$/s, '')).replace(/\/{2,}/g, '/');
    return decoded.startsWith('/') && !decoded.includes('\0') && !/(?:^|[/\\])\.\.(?:[/\\]|$)/.test(decoded)
      ? decoded
      : undefined;
  } catch {
    return undefined;
  }
}

/** What hosts keep to themselves. */
function isHidden(inside: string): boolean {
  return inside === '/_headers' || inside === '/_redirects' || /\/\.(?!well-known\/)/.test(inside);
}

function readHeaderRules(root: string) {
  const file = path.join(root, '_headers');
  return existsSync(file) ? parseHeaderRules(readFileSync(file, 'utf8')) : [];
}

function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
}

async function listen(server: Server, wanted: number, host: string): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!taken || wanted === 0 || port - wanted >= 100 || port >= 65535) throw error;
    }
  }
}
