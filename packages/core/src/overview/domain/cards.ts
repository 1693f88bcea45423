import type { OverviewCard, OverviewItem, OverviewTile } from '@nhip/contracts';

/** A card of these items; without a count of its own it has as many as there are items. */
export function card(
  kind: OverviewCard['kind'],
  items: readonly OverviewItem[],
  { count = items.length, link = null }: { readonly count?: number; readonly link?: string | null } = {},
): OverviewCard {
  return { kind, count, items: [...items], link };
}

export function tile(
  kind: OverviewTile['kind'],
  count: number,
  rest: Partial<Pick<OverviewTile, 'of' | 'serious' | 'link'>> = {},
): OverviewTile {
  return { kind, count, of: rest.of ?? null, serious: rest.serious ?? null, link: rest.link ?? null };
}

/** The most pressing first: by last day, what has none at the end, otherwise as they came. */
export function byDeadline(items: readonly OverviewItem[]): OverviewItem[] {
  const day = (item: OverviewItem): string => item.deadline?.on ?? '9999';
  return [...items].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
