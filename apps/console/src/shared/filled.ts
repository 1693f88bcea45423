/** A form's values without those left empty: the contract's fields are absent rather than blank. */
export function filled<Values extends object>(values: Values): Partial<Values> {
  const entries = Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    if (value === null || value === undefined || value === '') return [];
    const plain = typeof value === 'object' && !Array.isArray(value);
    return [[key, plain ? filled(value as object) : value]];
  });
  return Object.fromEntries(entries) as Partial<Values>;
}
