/** Whether something restricted to types of units reaches a unit of this type; without restriction it does. */
export function appliesTo(unitTypes: readonly string[] | undefined): (unitType: string) => boolean {
  const types = unitTypes && new Set(unitTypes);
  return (unitType) => types === undefined || types.has(unitType);
}
