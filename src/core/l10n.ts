/** Translated texts by their English ones. */
type Texts = Readonly<Record<string, string>>;

let texts: Texts = {};

/** Sets the language of everything that is worded from now on; what `translations` lacks stays English. */
export function setTexts(translations: Texts): void {
  texts = translations;
}

/** An English text in the language that was set, with `{0}`, `{1}` … replaced by the values. */
export function t(text: string, ...values: readonly (string | number | boolean)[]): string {
  const translated = Object.hasOwn(texts, text) ? texts[text] : text;
  return translated.replace(/\{(\d+)\}/g, (hole, index) => String(values[index] ?? hole));
}
