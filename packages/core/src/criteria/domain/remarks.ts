import type { CriteriaRemark, CriteriaRemarkCode, CriteriaSetContent } from '@nhip/contracts';

export type Path = readonly (string | number)[];
/** One part of the linter: looks at the whole set and says what it found. */
export type Lint = (content: CriteriaSetContent) => CriteriaRemark[];

const remark =
  (severity: CriteriaRemark['severity']) =>
  (path: Path, code: CriteriaRemarkCode, params: Readonly<Record<string, string>> = {}): CriteriaRemark => ({
    severity,
    path: [...path],
    code,
    params: { ...params },
  });

/** Keeps the draft from being issued. */
export const error = remark('error');
/** To be looked at; the set can be issued. */
export const warning = remark('warning');
