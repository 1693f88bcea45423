import { describeError, type ImportOutcome, type ImportReport, type Language } from '@nhip/contracts';

/** An import's outcome with each bad cell in words. */
export const reportOf = (outcome: ImportOutcome, language: Language): ImportReport => ({
  rows: outcome.rows,
  goodRows: outcome.goodRows,
  written: outcome.written,
  problems: outcome.problems.map(({ row, column, value, code, params }) => ({
    row,
    column,
    value,
    code,
    message: describeError(code, params, language),
  })),
});
