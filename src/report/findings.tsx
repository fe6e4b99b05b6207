import type { Markup } from '../../layouts/jsx/markup.ts';
import type { SiteFacts } from './site-facts.ts';
import type { RuleTally } from './tally-rules.ts';

/** What each rule found, with links to the files. */
export function Findings({
  tallies,
  findSource,
}: {
  readonly tallies: readonly RuleTally[];
  readonly findSource: SiteFacts['findSource'];
}): Markup {
  return (
    <>
      {tallies.map(({ rule, effect, count, entries }) => (
        <details class="rule" open={effect === 'quarantined' && count <= 5}>
          <summary>
            <code>{rule}</code> <span class="effect">{`${effect}, ${count}`}</span>
          </summary>
          <ul>
            {entries.map(({ file, line, column, message, hint }) => (
              <li>
                <a href={findSource(file, line)}>{`${file}:${line}:${column}`}</a>
                <br />
                {message}
                {hint === undefined ? null : ` ${hint}`}
              </li>
            ))}
          </ul>
          {count > entries.length ? <p class="caption">{`And ${count - entries.length} more.`}</p> : null}
        </details>
      ))}
    </>
  );
}
