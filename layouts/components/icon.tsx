/** Line drawings in a box of 24 × 24. */
const ICONS = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20 20',
  feed: 'M5 4.5A14.5 14.5 0 0 1 19.5 19M5 10.5a8.5 8.5 0 0 1 8.5 8.5M6 17.2a.8.8 0 1 1 0 1.6.8.8 0 0 1 0-1.6z',
  share: 'M12 15V3.5M8 7l4-4 4 4M6 11H5v9.5h14V11h-1',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.5-1.5',
  external: 'M8 5H5v14h14v-3M12 4h8v8M20 4l-9 9',
  older: 'M9 5l7 7-7 7',
  newer: 'M15 5l-7 7 7 7',
} as const;

/** A drawing beside a word, or inside a control that has its own name; never the only carrier of a meaning. */
export function Icon({ name }: { readonly name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICONS[name]} />
    </svg>
  );
}
