import { existsSync } from 'node:fs';
import path from 'node:path';
import { readCommandLine, readWholeNumber, runCommand, UsageError } from './command-line.ts';
import { startServer } from './static-server.ts';

const USAGE = `
Usage: npm run -s serve -- [flags]

Serves a built site as a static host would: its 404 page, its headers, its redirects.

  --output DIR   the built site (default: _site)
  --port N       port (default: 8080, or the next free one)
  --host HOST    address to listen on (default: 127.0.0.1)
`;

await runCommand(USAGE, async (args) => {
  const { values } = readCommandLine(args, {
    output: { type: 'string', default: '_site' },
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: '127.0.0.1' },
  });
  const root = path.resolve(values.output);
  if (!existsSync(path.join(root, 'index.html'))) {
    throw new UsageError(
      `There is no built site in ${root}; run "npm run build" first, or name one with --output.`,
    );
  }
  const port = readWholeNumber('port', values.port, { min: 0, max: 65535 });
  const server = await startServer({ root, port, host: values.host });
  process.stdout.write(`Serving ${root} at ${server.url}\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await server.close();
  return 0;
});
