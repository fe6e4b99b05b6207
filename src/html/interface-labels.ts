/** Words that cleaning adds to a body, for people who hear a page rather than see it. */
export interface InterfaceLabels {
  /** Names a table without a caption; a number follows. */
  readonly table: string;
  /** Names a frame without a title; its host follows. */
  readonly embed: string;
  /** Names a link that holds only pictures without a description. */
  readonly link: string;
  /** The same, where the link leads to a picture. */
  readonly pictureLink: string;
}

const LABELS: { readonly [language: string]: InterfaceLabels } = Object.freeze({
  zh: { table: '表格', embed: '嵌入内容：', link: '打开链接', pictureLink: '打开原图' },
  'zh-hant': { table: '表格', embed: '嵌入內容：', link: '開啟連結', pictureLink: '開啟原圖' },
  ja: { table: '表', embed: '埋め込み：', link: 'リンクを開く', pictureLink: '元の画像を開く' },
  ko: { table: '표', embed: '삽입된 콘텐츠: ', link: '링크 열기', pictureLink: '원본 이미지 열기' },
  en: { table: 'Table', embed: 'Embedded content: ', link: 'Open the link', pictureLink: 'Open the picture' },
});

/** The labels of a BCP 47 language, of its base language, or the English ones. */
export function labelsFor(language: string): InterfaceLabels {
  const tag = language.toLowerCase();
  const key = /^zh-(?:hant|tw|hk|mo)\b/.test(tag) ? 'zh-hant' : tag;
  return LABELS[key] ?? LABELS[key.split('-')[0]!] ?? LABELS.en!;
}
