import { formatDay, formatInstant } from './dates.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Days and instants as people write them: 17/10/2022, 17/10/2022 08:00. */
function shown(value: unknown): string {
  const text = String(value);
  if (DAY.test(text)) return formatDay(text);
  return INSTANT.test(text) ? formatInstant(text) : text;
}

/** Fills `{name}` from `params`; an unknown name stays visible rather than vanishing. */
export function fill(text: string, params: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? shown(params[name]) : whole));
}
