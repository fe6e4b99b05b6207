import type { ProjectPage } from '../../src/site/page.ts';
import type { View } from '../view.ts';

type Period = NonNullable<ProjectPage['timeline']>[number];

/** Of the drawing, in its own units: a bar and the gap behind it, and the height of the busiest period. */
const BAR = 8;
const STEP = 10;
const HEIGHT = 48;

/** How often a project was in the news, as a drawing and as a table. */
export function ProjectTimeline({
  view,
  timeline,
}: {
  readonly view: View;
  readonly timeline: readonly Period[];
}) {
  const { strings } = view;
  const first = timeline[0]!;
  const last = timeline.at(-1)!;
  return (
    <figure class="timeline" aria-labelledby="timeline">
      <figcaption id="timeline">{strings.mentionsOverTime}</figcaption>
      <Bars timeline={timeline} />
      <p class="timeline-ends" aria-hidden="true">
        <span>{labelOf(first)}</span>
        <span>{labelOf(last)}</span>
      </p>
      <details>
        <summary>{strings.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{first.month === undefined ? strings.yearColumn : strings.monthColumn}</th>
              <th scope="col">{strings.articlesColumn}</th>
            </tr>
          </thead>
          <tbody>
            {timeline.map((period) => (
              <tr key={labelOf(period)}>
                <th scope="row">{labelOf(period)}</th>
                <td>{period.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Decorative: the table says the same. */
function Bars({ timeline }: { readonly timeline: readonly Period[] }) {
  const most = Math.max(...timeline.map(({ count }) => count));
  const width = timeline.length * STEP;
  return (
    <svg
      class="timeline-bars"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width * 2}
      height={HEIGHT * 2}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={timeline.map((period, index) => drawBar(period.count / most, index)).join('')} />
    </svg>
  );
}

/** @param share - Of the busiest period, 0 to 1. A period with any article at all is seen. */
function drawBar(share: number, index: number): string {
  if (share === 0) return '';
  const height = Math.max(2, Math.round(share * HEIGHT));
  return `M${index * STEP} ${HEIGHT}v-${height}h${BAR}v${height}z`;
}

/** `2022-01`, or `2022`. */
function labelOf({ year, month }: Period): string {
  return month === undefined ? `${year}` : `${year}-${String(month).padStart(2, '0')}`;
}
