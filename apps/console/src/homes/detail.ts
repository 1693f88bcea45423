import { formatDay, formatDecimal, formatInstant, type Language, type OverviewParams } from '@nhip/contracts';
import { nameIn } from '../session/language.js';

const NUMBER = /^-?\d+(\.\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** The parameters of an item's second line as the reader's language writes them. */
export function shownParams(params: OverviewParams, language: Language): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value, language)]));
}

function shown(value: OverviewParams[string], language: Language): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'object') return nameIn(value, language);
  if (NUMBER.test(value)) return formatDecimal(value, language);
  if (INSTANT.test(value)) return formatInstant(value);
  return DAY.test(value) ? formatDay(value) : value;
}
