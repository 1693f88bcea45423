import { useStore } from 'ra-core';
import type { Column } from './column.js';

/** Names of the columns the reader does not see: those hidden at first, until something else was chosen. */
export function useHiddenColumns(table: string | undefined, columns: readonly Column<never>[]) {
  const atFirst = columns.filter(({ hidden }) => hidden === true).map(({ name }) => name);
  return useStore<readonly string[]>(`${table ?? 'any'}.hiddenColumns`, atFirst);
}
