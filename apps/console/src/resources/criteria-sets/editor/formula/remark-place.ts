import type { CriteriaRemark } from '@nhip/contracts';

/** Where a remark of the parser stands in the text: from its line and column to the end of what was found. */
export function placeOfRemark(text: string, { params }: CriteriaRemark): { from: number; to: number } {
  const line = Number(params['line'] ?? '0');
  if (line === 0) return { from: 0, to: text.length };
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0) + Number(params['column'] ?? '1') - 1;
  const from = Math.min(Math.max(0, start), text.length);
  const found = params['found'] ?? params['name'] ?? params['code'] ?? '';
  const length = text.startsWith(found, from) ? found.length : 1;
  const to = Math.min(text.length, from + Math.max(1, length));
  // At the very end there is nothing to underline but the last character.
  return to > from ? { from, to } : { from: Math.max(0, text.length - 1), to: text.length };
}
