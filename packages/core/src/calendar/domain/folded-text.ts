/**
 * A phrase in two alignments: `text` in NFC, lower case, single spaces; `folded` without diacritics. Both have
 * the same length, so that a match in the folded text can be looked up with its diacritics.
 */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
}

export function foldText(raw: string): FoldedText {
  const text = raw.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  return { text, folded: withoutDiacritics(text) };
}

export function withoutDiacritics(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (char) =>
    char === 'đ' ? 'd' : (char.normalize('NFD')[0] ?? char),
  );
}

export function hasDiacritics({ text, folded }: FoldedText): boolean {
  return text !== folded;
}

/** Where the word stands, written with all its diacritics or with none; −1 where it does not. */
export function indexOfWord({ text, folded }: FoldedText, word: string): number {
  const plain = withoutDiacritics(word);
  for (let at = folded.indexOf(plain); at >= 0; at = folded.indexOf(plain, at + 1)) {
    const slice = text.slice(at, at + plain.length);
    const bounded = !/\w/.test(folded[at - 1] ?? ' ') && !/\w/.test(folded[at + plain.length] ?? ' ');
    if (bounded && (slice === word || slice === plain)) return at;
  }
  return -1;
}
