import path from 'node:path';
import { BUILD_FLAGS } from './build-flags.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';
import { describeProjects, describeVerdicts } from './describe-projects.ts';
import { surveyProjects } from './survey-projects.ts';

const USAGE = `
Usage: npm run -s projects -- why NAME [flags]
       npm run -s projects -- list [flags]

  why NAME                   says of each link to a company or product why it is kept or turned to text;
                             NAME is a name as written, a name of the project, or an id
  list                       all projects: id, name, links kept and turned to text, articles, page

  --content DIR              articles and site.yaml (default: content)
  --format pretty|json       for people, or for tools (default: pretty)

Exit status: 0 found, 1 there is no such name, 2 wrong usage.
`;

await runCommand(USAGE, async (args) => {
  const { values, positionals } = readCommandLine(
    args,
    {
      content: BUILD_FLAGS.content,
      format: { type: 'string', default: 'pretty' },
    },
    { takesWords: true },
  );
  if (values.format !== 'pretty' && values.format !== 'json')
    throw new UsageError(`--format takes pretty or json, not "${values.format}".`);
  const root = path.resolve(values.content);
  const [action, name, ...rest] = positionals;
  if (action === 'list' && name === undefined) {
    process.stdout.write(describeProjects(await surveyProjects(root), values.format));
    return 0;
  }
  if (action === 'why' && name !== undefined && rest.length === 0) {
    const found = describeVerdicts(await surveyProjects(root), name, values.format);
    if (found !== undefined) process.stdout.write(found);
    else process.stderr.write(`No link to a company or product is called "${name}" in ${values.content}.\n`);
    return found === undefined ? 1 : 0;
  }
  throw new UsageError('Say `why NAME` or `list`.');
});
