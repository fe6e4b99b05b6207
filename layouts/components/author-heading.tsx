import type { AuthorProfile, Link } from '../../src/site/page.ts';
import { urlHost } from '../url-host.ts';
import type { View } from '../view.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import { Icon } from './icon.tsx';
import { Logo } from './logo.tsx';

interface AuthorHeadingProps {
  readonly view: View;
  readonly title: string;
  readonly path: readonly Link[];
  readonly note: string | undefined;
  readonly profile: AuthorProfile;
}

/** The heading of an author's page, with what `site.yaml` says of them. */
export function AuthorHeading({ view, title, path, note, profile }: AuthorHeadingProps) {
  const { portrait, bio, website } = profile;
  return (
    <header class="page-heading heading-with-logo">
      <Logo view={view} name={title} src={portrait} isPortrait />
      <div>
        <Breadcrumb view={view} path={path} />
        <h1>
          {title}
          {note !== undefined && <small class="note"> {note}</small>}
        </h1>
        {bio !== undefined && <p class="standfirst">{bio}</p>}
        {website !== undefined && (
          <p class="project-links">
            <a class="button" href={website} rel="external noopener me">
              <span>{urlHost(website)}</span>
              <Icon name="external" />
            </a>
          </p>
        )}
      </div>
    </header>
  );
}
