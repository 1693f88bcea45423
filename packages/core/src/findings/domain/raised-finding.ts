import type { FindingCode, FindingImportance, FindingParams } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';

/** What a check found; `key` says what it is about within its code, so that a second check finds it again. */
export interface RaisedFinding {
  /** Null: about several units or the cycle as a whole. */
  readonly unitId: string | null;
  readonly code: FindingCode;
  readonly key: string;
  readonly subject: {
    readonly elements: readonly string[];
    readonly check?: string;
    readonly indicator?: string;
  };
  readonly importance: FindingImportance;
  /** Decimal text. */
  readonly expected: string | null;
  readonly found: string | null;
  readonly params: FindingParams;
}

/** `error` contradicts itself, `warning` must be read with care, `notice` only says something. */
export const importances: Readonly<Record<FindingCode, FindingImportance>> = {
  PARTS_GAP: 'warning',
  PARTS_GAP_UNNAMED: 'warning',
  BALANCE: 'error',
  BALANCE_UNKNOWN: 'notice',
  ORDER: 'warning',
  SOURCE_CONFLICT: 'error',
  PART_OVER_WHOLE: 'error',
  PCT_NOT_REPRODUCED: 'error',
  PCT_ROUND_MODE: 'notice',
  DENOMINATOR_DIFFERS: 'warning',
  DENOMINATORS_DIFFER: 'warning',
  IMPLIED_DENOMINATOR: 'notice',
  RATE_WITHOUT_PARTS: 'warning',
  PERIOD_FUTURE: 'warning',
  PERIOD_MISMATCH: 'warning',
  UNIT_MISMATCH: 'notice',
  TARGET_NOT_COMPARABLE: 'warning',
  TARGET_UNQUANTIFIED: 'notice',
  GROWTH_BASE_MISSING: 'warning',
  AVG_IMPLAUSIBLE: 'error',
  EXTREME_ANONYMOUS: 'notice',
  ZERO_VS_MISSING: 'warning',
  TRUE_ZERO: 'notice',
  LOWER_BOUND: 'notice',
  MIXED_SEPARATORS: 'notice',
};

type Given = Pick<RaisedFinding, 'code' | 'key' | 'params'> &
  Partial<Pick<RaisedFinding, 'expected' | 'found' | 'unitId'>> & {
    readonly subject?: Partial<RaisedFinding['subject']>;
  };

export const raise = ({ subject, ...given }: Given): RaisedFinding => ({
  unitId: null,
  expected: null,
  found: null,
  ...given,
  subject: { elements: [], ...subject },
  importance: importances[given.code],
});

/** Exact where the decimals end, else six of them: enough to redo the arithmetic by hand. */
export const decimal = (value: Ratio): string => value.toExactDecimal() ?? value.toDecimal(6);
