import type { Names, ProcedureDefinition } from '@nhip/contracts';

/** A version of a procedure as the API answers it. */
export interface ProcedureView {
  readonly id: string;
  readonly code: string;
  readonly kind: ProcedureDefinition['kind'];
  readonly names: Names;
  readonly version: number;
  readonly issuedAt: string | null;
  readonly definition: ProcedureDefinition;
}
