import type { NoticeKind, NoticeParams, RoleName } from '@nhip/contracts';

/** Whom it concerns: holders of roles (with units: only those whom these units concern), or accounts by id. */
export type NoticeTo =
  | { readonly role: RoleName | readonly RoleName[]; readonly unitIds?: readonly string[] }
  | { readonly accountIds: readonly string[] };

export interface NewNotice {
  readonly to: NoticeTo;
  readonly kind: NoticeKind;
  readonly params?: NoticeParams;
  /** Page of the console, e.g. `/tasks/<id>/show`. */
  readonly link?: string;
}
