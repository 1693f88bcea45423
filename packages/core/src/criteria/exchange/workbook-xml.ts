import { inflateRawSync } from 'node:zlib';

// What the reader of cells leaves out of an .xlsx file: merged cells, styles, formulas. Its XML is looked into here.

/**
 * The XML of every sheet of an .xlsx file, by its name. The file has been looked through before (`isSafeZip`), so its
 * directory can be trusted.
 */
export function sheetTexts(file: (name: string) => string): Map<string, string> {
  const targets = new Map(
    attributesOf(file('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ Id, Target }) => [Id, Target]),
  );
  return new Map(
    attributesOf(file('xl/workbook.xml'), 'sheet').map((sheet) => {
      const target = targets.get(sheet['r:id'] ?? '')?.replace(/^\/?(xl\/)?/, 'xl/');
      return [unescaped(sheet['name'] ?? ''), target === undefined ? '' : file(target)];
    }),
  );
}

/** Merged ranges of a sheet. */
export const mergedCells = (sheet: string): string[] =>
  attributesOf(sheet, 'mergeCell').flatMap(({ ref }) => ref ?? []);

/** Attributes of every element of a name. */
export const attributesOf = (xml: string, name: string): Record<string, string>[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
    ),
  );

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
export const unescaped = (text: string): string =>
  text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

const END = 0x06054b50;

/** Text of an entry by its name; empty where there is none. */
export function entriesOf(bytes: Uint8Array): (name: string) => string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== END) end -= 1;
  const places = new Map<string, { at: number; packed: number; method: number }>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    places.set(new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)), {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return (name) => {
    const place = places.get(name);
    if (place === undefined) return '';
    const begin = place.at + 30 + view.getUint16(place.at + 26, true) + view.getUint16(place.at + 28, true);
    const content = bytes.subarray(begin, begin + place.packed);
    return new TextDecoder().decode(place.method === 0 ? content : inflateRawSync(content));
  };
}
