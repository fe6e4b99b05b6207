/** The report's whole style: it is one file, which asks for no other. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcfa, #16171a);
  --ink: light-dark(#1d1d1f, #e9e7e2);
  --faint: light-dark(#63615c, #a3a19b);
  --line: light-dark(#dedad2, #35363b);
  --panel: light-dark(#f5f2ec, #1e1f23);
  --link: light-dark(#0b57a4, #8ab8ec);
  --error: light-dark(#b3261e, #ef7b72);
  --warning: light-dark(#b07a00, #e0b04c);
  --good: light-dark(#2f7d4f, #76c796);
  --series-1: light-dark(#3d63c9, #7d9bf0);
  --series-2: light-dark(#c98a00, #efb118);
  --series-3: light-dark(#d9503f, #ff8a76);
  --series-4: light-dark(#2f958a, #6cc5b0);
  --series-5: light-dark(#3c8a3f, #6fc46a);
  --series-6: light-dark(#cf5b8c, #ff8ab7);
  --series-7: light-dark(#8a52d1, #b98bf5);
  --series-8: light-dark(#8b8e96, #8b8e96);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
main, header { max-inline-size: 60rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 2.5rem 1rem; border-block-end: 3px double var(--line); }
h1 { margin: 0; font: 700 clamp(1.8rem, 5vw, 2.6rem)/1.15 Georgia, "Songti SC", "Noto Serif CJK SC", serif; }
h2 { margin: 0 0 .25rem; font: 700 1.35rem/1.3 Georgia, "Songti SC", "Noto Serif CJK SC", serif; }
header p, .caption { margin: .35rem 0; color: var(--faint); text-wrap: pretty; }
a { color: var(--link); overflow-wrap: anywhere; }
section { padding-block: 2rem; border-block-end: 1px solid var(--line); }
section:last-child { border: 0; }
svg { display: block; inline-size: 100%; block-size: auto; color: var(--ink); }
.wide, .narrow { margin-block: 1rem; }
.narrow { display: none; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; padding: 0; }
.tiles div { background: var(--panel); border-radius: .5rem; padding: .75rem 1rem; }
.tiles dt { color: var(--faint); font-size: .85rem; }
.tiles dd { margin: 0; font-size: 1.25rem; white-space: nowrap; font-weight: 650; font-variant-numeric: tabular-nums; }
.tiles .bad dd { color: var(--error); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: .75rem 0 0; padding: 0; list-style: none; font-size: .875rem; }
.swatch { display: inline-block; inline-size: .8em; block-size: .8em; margin-inline-end: .45em; border-radius: 2px; }
${Array.from({ length: 8 }, (_, index) => `.series-${index + 1} { background: var(--series-${index + 1}); }`).join('\n')}
details { margin-block-start: .75rem; }
summary { cursor: pointer; color: var(--link); font-size: .9rem; }
.scroll { overflow-x: auto; max-block-size: 26rem; margin-block-start: .5rem; }
table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; min-inline-size: 20rem; }
th, td { padding: .3rem .9rem .3rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
th { color: var(--faint); font-weight: 600; }
td.number { text-align: end; }
.limits { display: grid; gap: .9rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.limits span { color: var(--faint); font-size: .875rem; }
.bar { block-size: .6rem; margin-block-start: .3rem; border-radius: .3rem; background: var(--panel); overflow: hidden; }
.bar i { display: block; block-size: 100%; background: var(--good); }
.bar .near { background: var(--warning); }
.bar .over { background: var(--error); }
.rule { margin-block-start: 1rem; }
.rule > summary { color: var(--ink); font-size: 1rem; }
.rule .effect { color: var(--faint); }
.rule ul { margin: .5rem 0 0; padding-inline-start: 1.1rem; font-size: .9rem; }
.rule li { margin-block: .35rem; overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  .narrow { display: block; }
  .wide { display: none; }
}
@media print { details { display: none; } }
`;
