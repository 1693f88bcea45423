import { searchKey } from '@nhip/contracts';

/** Something the palette can open. */
export interface PaletteItem {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly group: string;
  readonly to: string;
}

/** Items in which every word typed occurs, with or without diacritics; beginnings of words come first. */
export function matches(items: readonly PaletteItem[], typed: string): readonly PaletteItem[] {
  const words = searchKey(typed).split(' ').filter(Boolean);
  const found = items.flatMap((item) => {
    const key = searchKey(item.label, item.hint);
    if (!words.every((word) => key.includes(word))) return [];
    return [{ item, begins: words.every((word) => ` ${key}`.includes(` ${word}`)) }];
  });
  return [...found.filter((one) => one.begins), ...found.filter((one) => !one.begins)].map(
    ({ item }) => item,
  );
}
