/** One change of one record by one command: append only, chained within its stream. */
export interface HistoryEntry {
  /** Order is total within a stream: `cycle/<id>`, `cycle/<id>/<unit id>`, `auth`, or the feature's name. */
  readonly stream: string;
  /**
   * Whose chain it belongs to, where it is not that of the transaction's administration: a record of the installation
   * (an account) has all its entries in the installation's chain, whoever changed it.
   */
  readonly administrationId?: string | undefined;
  readonly subject: { readonly kind: string; readonly id: string };
  /** The record's revision after the change. */
  readonly revision: number;
  /** Past tense, `<feature>.<done>`: `review-cycle.launched`. */
  readonly action: string;
  readonly reason?: string | undefined;
  /** The fields that changed, as they were; absent for a new record. */
  readonly before?: object | undefined;
  /** The whole record after the change; for set-based commands also the count and SHA-256 of the rows written. */
  readonly after: object;
}

/** The fields of `before` that differ in `after`, for an entry's `before`. */
export function changedFields(before: object, after: object): object {
  const now = new Map(Object.entries(after));
  return Object.fromEntries(
    Object.entries(before).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(now.get(key))),
  );
}
