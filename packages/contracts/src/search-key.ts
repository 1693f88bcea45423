/**
 * A text as people search for it: lower case, without diacritics, single blanks. `Phường Đáp Cầu` and
 * `phuong dap cau` have the same key, whatever way the marks are encoded.
 */
export function searchKey(...texts: readonly (string | null | undefined)[]): string {
  return texts
    .filter((text) => text != null && text !== '')
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
