const TEXT = 25;
const HEADER = 20;

/** Texts as a `text[]` in PostgreSQL's binary form: for thousands of records, none of whose quotes need escaping then. */
export function textArray(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + 4 + length, HEADER));
  // One dimension, no nulls, of text, so many from 1 on.
  let at = 0;
  for (const number of [1, 0, TEXT, texts.length, 1]) at = bytes.writeInt32BE(number, at);
  texts.forEach((text, place) => {
    at = bytes.writeInt32BE(lengths[place] ?? 0, at);
    at += bytes.write(text, at);
  });
  return bytes;
}
