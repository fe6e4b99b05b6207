import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { contrast } from './contrast.ts';

const LAYOUTS = path.join(import.meta.dirname, '../../layouts');

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [path.join(LAYOUTS, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return result.outputFiles[0]!.text;
}

describe('the style sheet', () => {
  it('is one file of at most 30 KB that loads nothing', async () => {
    const css = await bundle('styles/site.css');
    assert.ok(css.length <= 30_000, `${css.length} bytes`);
    assert.doesNotMatch(css, /url\(|@import|@font-face/);
  });

  for (const [theme, colors] of readThemes()) {
    it(`keeps text legible in the ${theme} theme`, () => {
      for (const ink of ['ink', 'muted', 'accent']) {
        for (const paper of ['paper', 'wash']) {
          const ratio = contrast(colors[ink]!, colors[paper]!);
          assert.ok(ratio >= 4.5, `${ink} on ${paper}: ${ratio.toFixed(2)}`);
        }
      }
      assert.ok(contrast(colors.ink!, colors.mark!) >= 4.5);
      assert.ok(contrast(colors.focus!, colors.paper!) >= 3);
    });
  }
});

describe('the browser scripts', () => {
  it('cost at most 8 KB compressed, and the blocking one 1 KB', async () => {
    assert.ok(gzipSync(await bundle('client/site.ts')).length <= 8192);
    assert.ok(gzipSync(await bundle('client/theme.ts')).length <= 1024);
  });

  it('treat all data as text', () => {
    for (const file of readdirSync(path.join(LAYOUTS, 'client')).filter((name) => name.endsWith('.ts'))) {
      const code = readFileSync(path.join(LAYOUTS, 'client', file), 'utf8');
      assert.doesNotMatch(
        code,
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|DOMParser|srcdoc/,
        file,
      );
    }
  });
});

/** The colours of each theme, by name, as the tokens say. */
function readThemes(): [string, { readonly [name: string]: string }][] {
  const css = readFileSync(path.join(LAYOUTS, 'styles/tokens.css'), 'utf8');
  const blocks = [
    ...css.matchAll(/:root(?:\[data-theme="(\w+)"\]|:not\(\[data-theme\]\))?\s*\{([^}]*--paper[^}]*)\}/g),
  ];
  return blocks.map(([selector, theme, block]) => [
    theme ?? (selector.includes(':not') ? 'system dark' : 'light'),
    Object.fromEntries(
      [...block!.matchAll(/--(\w+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value!]),
    ),
  ]);
}
