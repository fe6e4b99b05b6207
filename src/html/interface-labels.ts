/** Words that cleaning adds to a body, for people who hear a page rather than see it. */
export interface InterfaceLabels {
  /** Names a table without a caption; a number follows. */
  readonly table: string;
  /** Names a frame without a title; its host follows. */
  readonly embed: string;
}

const LABELS: { readonly [language: string]: InterfaceLabels } = Object.freeze({
  zh: { table: '表格', embed: '嵌入内容：' },
  'zh-hant': { table: '表格', embed: '嵌入內容：' },
  ja: { table: '表', embed: '埋め込み：' },
  ko: { table: '표', embed: '삽입된 콘텐츠: ' },
  en: { table: 'Table', embed: 'Embedded content: ' },
});

/** The labels of a BCP 47 language, of its base language, or the English ones. */
export function labelsFor(language: string): InterfaceLabels {
  const tag = language.toLowerCase();
  const key = /^zh-(?:hant|tw|hk|mo)\b/.test(tag) ? 'zh-hant' : tag;
  return LABELS[key] ?? LABELS[key.split('-')[0]!] ?? LABELS.en!;
}
