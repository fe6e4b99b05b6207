import type { Thumbnail } from '../../src/site/article-summary.ts';
import type { View } from '../view.ts';
import { Placeholder } from './placeholder.tsx';

interface PictureProps {
  readonly view: View;
  /** Absent: only the drawing shows. */
  readonly thumbnail?: Thumbnail | undefined;
  /** For the drawing under the picture. */
  readonly title: string;
  readonly color?: string | undefined;
  /** Above the fold: loaded at once, and first. */
  readonly isFirst?: boolean;
}

/**
 * A thumbnail in a box of 16:9 over its drawn placeholder, so that nothing moves and nothing looks broken, script or not:
 * a picture with an empty `alt` that fails leaves no icon. Hosts that refuse hot-links see no referrer.
 */
export function Picture({ view, thumbnail, title, color, isFirst = false }: PictureProps) {
  return (
    <div class="picture">
      <Placeholder view={view} title={title} color={color} />
      {thumbnail !== undefined && (
        <img
          src={view.link(thumbnail.src)}
          alt=""
          width={thumbnail.width ?? 1600}
          height={thumbnail.height ?? 900}
          loading={isFirst ? 'eager' : 'lazy'}
          fetchpriority={isFirst ? 'high' : undefined}
          decoding="async"
          referrerpolicy="no-referrer"
        />
      )}
    </div>
  );
}
