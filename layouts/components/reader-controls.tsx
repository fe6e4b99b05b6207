import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { View } from '../view.ts';
import { SafeMarkup } from './safe-markup.tsx';

/** How the reader wants to read, folded away; what is in it is the same on every page. */
export function ReaderControls({ content }: { readonly content: SafeHtml }) {
  return <SafeMarkup as="details" class="reader-controls needs-script" html={content} />;
}

/** The controls: only script can keep what is chosen, so they are shown only where it runs. */
export function ReaderControlsContent({ view }: { readonly view: View }) {
  const { strings, chrome } = view;
  const defaults = chrome.readerDefaults ?? {};
  return (
    <>
      <summary aria-label={strings.readerControls} title={strings.readerControls}>
        <span aria-hidden="true" class="reader-glyph">
          Aa
        </span>
      </summary>
      <div class="reader-panel">
        <Choice
          name="theme"
          legend={strings.theme}
          labels={strings.themes}
          chosen={defaults.theme ?? 'system'}
        />
        <Choice
          name="text-size"
          legend={strings.textSize}
          labels={strings.textSizes}
          chosen={defaults['text-size'] ?? 'medium'}
        />
        <Choice
          name="line-width"
          legend={strings.lineWidth}
          labels={strings.lineWidths}
          chosen={defaults['line-width'] ?? 'normal'}
        />
        <Choice
          name="typeface"
          legend={strings.typeface}
          labels={strings.typefaces}
          chosen={defaults.typeface ?? 'sans'}
        />
      </div>
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly legend: string;
  /** By value, in the order shown. */
  readonly labels: { readonly [value: string]: string };
  readonly chosen: string;
}

function Choice({ name, legend, labels, chosen }: ChoiceProps) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {Object.entries(labels).map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={value === chosen} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
