import { DomainError } from './domain-error.js';

/** What a message about one entry is filled with; a name comes in both languages. */
export type FaultParams = Readonly<
  Record<string, string | number | { readonly vi: string; readonly en?: string | undefined }>
>;

/** One entry that does not fit: where it stands in the command, and which refusal of the contracts it is. */
export interface FieldFault {
  /** As in the command: `cells.3.value`. */
  readonly path: string;
  readonly code: string;
  readonly params: FaultParams;
}

/** The command is refused as a whole; every entry to mend is named. */
export class FieldFaults extends DomainError {
  constructor(readonly faults: readonly FieldFault[]) {
    super('VALIDATION_FAILED', { count: faults.length });
  }
}
