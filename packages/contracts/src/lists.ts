import { z } from 'zod';

/** What every list of the API takes: the page, the order, and one search text. Filters are added by feature. */
export const listQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  perPage: z.coerce.number().int().min(1).max(200).default(25),
  sort: z.string().max(40).optional(),
  order: z.enum(['ASC', 'DESC']).default('ASC'),
  q: z.string().trim().max(100).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Number of all items under the filter, not of this page. */
  readonly total: number;
}
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int() });

export const uuid = z.uuid();
export const day = z.iso.date();
/** An address on the web. Others (`javascript:`, `data:`, `file:`) are refused: they end up behind a link. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(1000);
export const reason = z.string().trim().min(3).max(2000);
/** A name in both languages; English may be missing and then shows the Vietnamese. */
export const names = z.strictObject({
  vi: z.string().trim().min(1).max(300),
  en: z.string().trim().max(300).optional(),
});
export type Names = z.infer<typeof names>;
