/** One entry of a record's history as the API answers it (`GET /api/history?subjectKind=&subjectId=`). */
export interface HistoryItem {
  readonly id: string;
  /** Business time. */
  readonly at: string;
  /** Past tense: `unit.changed`. */
  readonly action: string;
  readonly actor: { readonly kind: 'user' | 'system'; readonly name: string | null };
  readonly onBehalfOf: string | null;
  readonly reason: string | null;
  readonly revision: number;
  /** The fields before; null for a new record. */
  readonly before: Readonly<Record<string, unknown>> | null;
  /** The record after. */
  readonly after: Readonly<Record<string, unknown>>;
}

export interface HistoryChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** What an entry changed, field by field, as text. A new record has no changes: all of it is new. */
export function changesOf({
  before,
  after,
}: Pick<HistoryItem, 'before' | 'after'>): readonly HistoryChange[] {
  if (!before) return [];
  return Object.entries(before).map(([field, from]) => ({
    field,
    from: plain(from),
    to: plain(after[field]),
  }));
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  if ('vi' in value && typeof value.vi === 'string') return value.vi;
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return JSON.stringify(value);
}
