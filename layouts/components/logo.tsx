import type { View } from '../view.ts';

interface LogoProps {
  readonly view: View;
  readonly name: string;
  /** Site-relative path or absolute http(s) URL of the picture. */
  readonly src: string | undefined;
  /** A person's portrait, which is round. */
  readonly isPortrait?: boolean;
}

/** A project's logo, or a portrait, in a square over an initial, which shows when there is none or it fails. Decorative. */
export function Logo({ view, name, src, isPortrait = false }: LogoProps) {
  const initial = [...name][0] ?? '';
  return (
    <span class={isPortrait ? 'logo portrait' : 'logo'} aria-hidden="true">
      <span>{initial}</span>
      {src !== undefined && (
        <img
          src={view.link(src)}
          alt=""
          width={96}
          height={96}
          loading="lazy"
          decoding="async"
          referrerpolicy="no-referrer"
        />
      )}
    </span>
  );
}
