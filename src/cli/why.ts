import path from 'node:path';
import { lockFolder } from '../build/build-lock.ts';
import { explainPage } from '../build/explain-page.ts';
import { openStore } from '../build/open-store.ts';
import { readMarker } from '../build/output-marker.ts';
import { Workforce } from '../build/workforce.ts';
import { BUILD_FLAGS } from './build-flags.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';

const USAGE = `
Usage: npm run -s why -- URL [flags]

Says which inputs made a page be written when it was last written.

  --output DIR   the built site (default: _site)
  --cache DIR    what builds remember (default: .cache)

Exit status: 0 said, 1 no build wrote such a page, 2 wrong usage.
`;

await runCommand(USAGE, async (args) => {
  const { values, positionals } = readCommandLine(
    args,
    {
      output: BUILD_FLAGS.output,
      cache: BUILD_FLAGS.cache,
    },
    { takesWords: true },
  );
  const [url] = positionals;
  if (url === undefined || positionals.length > 1)
    throw new UsageError('Name one page, by its URL or its file.');
  const cache = path.resolve(values.cache);
  const basePath = readMarker(path.resolve(values.output))?.basePath ?? '/';
  const unlock = lockFolder(cache);
  const workforce = new Workforce(1);
  const { store, close } = await openStore(cache, workforce);
  try {
    const explanation = explainPage(url, basePath, store);
    if (explanation === undefined) {
      process.stderr.write(
        `No build wrote ${url} into ${values.output}, as far as ${values.cache} remembers.\n`,
      );
      return 1;
    }
    const { file, causes, source } = explanation;
    const lines = [
      `${path.join(values.output, file)}${source === undefined ? '' : `, from ${source}`}`,
      ...(causes.length > 0
        ? ['Last written because:', ...causes.map((cause) => `  ${cause}`)]
        : ['Not a page: it is written when its contents change.']),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } finally {
    await close();
    await workforce.disband();
    unlock();
  }
});
