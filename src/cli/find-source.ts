import path from 'node:path';

export interface SourceLinkOptions {
  /** The content folder, as it was given. */
  readonly content: string;
  /** Where files of the repository can be looked at, ending in `/`; absent: on this disk. */
  readonly repositoryUrl?: string | undefined;
  /** The folder in which the report lies. */
  readonly from: string;
}

/** Makes links from a report to the files of the content folder. */
export function createSourceLinks({
  content,
  repositoryUrl,
  from,
}: SourceLinkOptions): (file: string, line: number) => string {
  return (file, line) => {
    const source = path.resolve(content, file);
    if (repositoryUrl === undefined) return encodePath(path.relative(path.resolve(from), source)) || '.';
    return `${repositoryUrl}${encodePath(path.relative(process.cwd(), source))}#L${line}`;
  };
}

function encodePath(file: string): string {
  return file.split(path.sep).map(encodeURIComponent).join('/');
}

/**
 * Where the files of the commit that CI builds can be looked at.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/variables
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function repositoryUrlOfCi(env: NodeJS.ProcessEnv): string | undefined {
  if (env.GITHUB_REPOSITORY !== undefined && env.GITHUB_SHA !== undefined)
    return `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${env.GITHUB_REPOSITORY}/blob/${env.GITHUB_SHA}/`;
  if (env.CI_PROJECT_URL !== undefined && env.CI_COMMIT_SHA !== undefined)
    return `${env.CI_PROJECT_URL}/-/blob/${env.CI_COMMIT_SHA}/`;
  return undefined;
}
