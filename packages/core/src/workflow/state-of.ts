/**
 * Joins the state in which the procedure_instance `instance` stands, as `as`: its names, whose turn it is (owner) and
 * whether it is the end (final).
 */
export const stateOf = (instance: string, as: string): string =>
  `join procedure_state ${as} on ${as}.procedure_version_id = ${instance}.procedure_version_id and ${as}.state = ${instance}.state`;
