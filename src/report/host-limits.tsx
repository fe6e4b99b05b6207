import type { Markup } from '../../layouts/jsx/markup.ts';
import { type HostUse, judgeLimit } from '../build/host-budget.ts';
import { formatAmount, formatPercent, nameOfLimit } from './host-words.ts';

/** How much of each host's limits the site takes. */
export function HostLimits({ hosts }: { readonly hosts: readonly HostUse[] }): Markup {
  return (
    <ul class="limits">
      {hosts.flatMap(({ host, limits }) =>
        limits.map((use) => {
          const amounts = `${formatAmount(use.used, use)} of ${formatAmount(use.allowed, use)}`;
          const width = Math.min(100, (use.used / use.allowed) * 100).toFixed(1);
          return (
            <li>
              {`${host}: ${nameOfLimit(use.limit)} `}
              <span>{`${amounts}, ${formatPercent(use)}`}</span>
              <div class="bar">
                <i class={judgeLimit(use)} style={`inline-size:${width}%`} />
              </div>
            </li>
          );
        }),
      )}
    </ul>
  );
}
