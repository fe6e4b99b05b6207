import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { SiteConfig } from '../content/site-config.ts';
import { makeAdminConfig } from '../schemas/admin-config.ts';
import type { SiteFile } from './assets.ts';
import { BuildError } from './build-options.ts';
import { PROJECT } from './project-folder.ts';

/** What the page for writing may do: it draws itself, and talks to the host of the repository alone. */
export const ADMIN_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  // Its icons are letters of a font that it fetches from there.
  "font-src 'self' data: https://cdn.jsdelivr.net",
  "img-src 'self' https: blob: data:",
  "media-src 'self' https: blob:",
  "connect-src 'self' blob: data: https://api.github.com https://github.com https://www.githubstatus.com https://gitlab.com",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PROGRAM = 'node_modules/@sveltia/cms/dist/sveltia-cms.js';

const PAGE = `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Admin</title>
</head>
<body>
<script src="sveltia-cms.js"></script>
</body>
</html>
`;

/**
 * The page for writing in the browser, where `site.yaml` asks for one: none else.
 *
 * @param project - The folder whose `node_modules` holds the program.
 * @throws BuildError when the program is not installed.
 */
export function listAdminFiles({ admin }: SiteConfig, project = PROJECT): readonly SiteFile[] {
  if (admin.repo === '') return [];
  const program = path.join(project, PROGRAM);
  if (!existsSync(program)) {
    throw new BuildError(
      'site.yaml asks for the page /admin/, and its program is not installed. Run "npm install --save-exact @sveltia/cms", or delete "admin".',
    );
  }
  return [
    { path: 'admin/index.html', contents: PAGE },
    { path: 'admin/config.yml', contents: stringify(makeAdminConfig(admin)) },
    { path: 'admin/sveltia-cms.js', contents: readFileSync(program) },
  ];
}
