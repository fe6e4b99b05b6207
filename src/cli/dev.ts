import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { BuildSession } from '../build/build-session.ts';
import type { BuildResult } from '../build/build-with-store.ts';
import { digestProgram } from '../build/code-digest.ts';
import { requireContentFolder } from '../build/open-content.ts';
import { readMarker } from '../build/output-marker.ts';
import { PROJECT } from '../build/project-folder.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { BUILD_FLAGS, toBuildOptions } from './build-flags.ts';
import { readCommandLine, readWholeNumber, runCommand } from './command-line.ts';
import { injectOverlay, OVERLAY_SCRIPT } from './dev-overlay.ts';
import { formatDiagnostic } from './format-diagnostic.ts';
import { createSayOnce, printDiagnostics } from './print-diagnostics.ts';
import { findBreakage, runAgain } from './run-again.ts';
import { startServer } from './static-server.ts';
import { watchAndBuild } from './watch-and-build.ts';

const USAGE = `
Usage: npm run -s dev -- [flags]

Previews the site, drafts and future articles included, and renews the preview when a file is saved, of the content or of
the layouts.

  --content DIR   articles and site.yaml (default: content)
  --cache DIR     what builds remember; the preview is built below it (default: .cache/dev)
  --workers N     worker processes (default: one for each core)
  --port N        port (default: 8080, or the next free one)
  --host HOST     address to listen on (default: 127.0.0.1)
`;

await runCommand(USAGE, async (args) => {
  const { output: _output, drafts: _drafts, future: _future, clean: _clean, ...flags } = BUILD_FLAGS;
  const { values } = readCommandLine(args, {
    ...flags,
    cache: { type: 'string', default: '.cache/dev' },
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: '127.0.0.1' },
  });
  const root = path.resolve(values.cache, 'site');
  const cache = path.resolve(values.cache, 'store');
  const options = toBuildOptions({
    ...values,
    output: root,
    cache,
    drafts: true,
    future: true,
    clean: false,
  });
  const port = readWholeNumber('port', values.port, { min: 0, max: 65535 });
  requireContentFolder(path.resolve(values.content));

  /** By what a browser knows that the preview was started anew in the meantime. */
  const started = Date.now();
  const listeners = new Set<ServerResponse>();
  let faults: readonly string[] = [];
  const tell = (event: string, data: unknown) => {
    for (const listener of listeners) listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const session = new BuildSession(options);
  const program = digestProgram();
  let seen = program;
  /** What is wrong with the code as it now is: the preview goes on with what it has loaded. */
  let breakage: string | undefined;
  const findNewProgram = async (): Promise<boolean> => {
    const code = digestProgram();
    if (code === seen) return false;
    seen = code;
    breakage = code === program ? undefined : await findBreakage('dev');
    if (breakage !== undefined) process.stderr.write(`${breakage}\n`);
    return code !== program && breakage === undefined;
  };
  const sayOnce = createSayOnce();
  const content = path.resolve(values.content) + path.sep;
  let end: (restarts: boolean) => void;
  const ended = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  const rebuild = async (changed: readonly string[], isSuperseded: () => boolean) => {
    // An article that was saved is not to wait until all code was read.
    const isContent = changed.length > 0 && changed.every((file) => file.startsWith(content));
    if (!isContent && (await findNewProgram())) return end(true);
    try {
      // An author saves one article at a time, and looks at its page.
      const shown = changed.length === 1 ? await session.show(changed[0]!) : undefined;
      if (shown !== undefined) tell('reload', toPaths(root, [shown]));
      // The next save's article is shown before the rest of the site is built for this one.
      const result = await session.build(isSuperseded);
      if (result === undefined) return;
      printDiagnostics(sayOnce(result.diagnostics), { folder: values.content, most: 5 });
      faults = [...(breakage === undefined ? [] : [breakage]), ...describeFaults(result, values.content)];
      const { written, removed } = result.report.changes;
      if (written.length + removed.length > 0) tell('reload', toPaths(root, [...written, ...removed]));
      process.stdout.write(`${summarize(result)}\n`);
    } catch (error) {
      faults = [(error as Error).message];
      process.stderr.write(`${(error as Error).message}\n`);
    }
    tell('faults', faults);
  };

  const watching = watchAndBuild(
    [values.content, path.join(PROJECT, 'layouts'), path.join(PROJECT, 'src')],
    rebuild,
  );
  await watching.built;
  const server = await startServer({
    root,
    port,
    host: values.host,
    transformHtml: injectOverlay,
    intercept: (request, response) => {
      if (request.url === '/__dev/overlay.js') {
        response.writeHead(200, {
          'Content-Type': 'text/javascript; charset=utf-8',
          'Cache-Control': 'no-store',
        });
        response.end(OVERLAY_SCRIPT);
        return true;
      }
      if (request.url !== '/__dev/events') return false;
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      listeners.add(response);
      response.once('close', () => listeners.delete(response));
      response.write(`event: started\ndata: ${JSON.stringify(started)}\n\n`);
      response.write(`event: faults\ndata: ${JSON.stringify(faults)}\n\n`);
      return true;
    },
  });
  process.stdout.write(`Previewing ${values.content} at ${server.url}\n`);

  const stop = () => end(false);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const restarts = await ended;
  await watching.close();
  await server.close();
  await session.close();
  if (!restarts) return 0;
  process.off('SIGINT', stop).off('SIGTERM', stop);
  process.stdout.write('The code of the site has changed: starting anew.\n');
  return runAgain('dev', [...args, '--port', new URL(server.url).port]);
});

/** Under which paths a browser has the files; `*` when one of them is part of other pages. */
function toPaths(root: string, files: readonly string[]): readonly string[] {
  const basePath = readMarker(root)?.basePath ?? '/';
  if (files.some((file) => /^(?:assets|media)\//.test(file))) return ['*'];
  return files.map((file) => basePath + file.replace(/(^|\/)index\.html$/, '$1'));
}

function describeFaults({ diagnostics }: BuildResult, folder: string): readonly string[] {
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((diagnostic: Diagnostic) =>
      formatDiagnostic(
        { ...diagnostic, file: path.join(folder, diagnostic.file) },
        { format: 'pretty', colors: false },
      ),
    );
}

function summarize({ report: { articles, pages, durationMs } }: BuildResult): string {
  return `${articles.published} articles, ${pages.written} files written, ${durationMs.total} ms`;
}
