import { roleLabels } from '@nhip/contracts';
import type { Samples } from './read-samples.js';

/** The accounts worth showing first, with role and place, one line each, and the password of all. */
export function accountTable({ sample, administrations }: Samples): string {
  const all = administrations.flatMap((administration) =>
    administration.accounts.map((account) => ({ administration, ...account })),
  );
  const lines = sample.shown.flatMap((name) => {
    const account = all.find(({ userName }) => userName === name);
    if (account === undefined) return [];
    const { administration, roles } = account;
    const parts = roles.map(({ role, unitCode }) => {
      const unit = administration.units.find(({ code }) => code === unitCode);
      return unit === undefined ? roleLabels[role].vi : `${roleLabels[role].vi} (${unit.names.vi})`;
    });
    return [[name, parts.join('; '), administration.names.vi]];
  });
  const widths = [0, 1].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const rows = lines.map(
    (line) => `  ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`,
  );
  return [
    `Tài khoản dùng thử / demo accounts (mật khẩu / password: ${sample.password}):`,
    ...rows.map((row) => row.trimEnd()),
    '  … và mọi đơn vị khác / and every other unit: samples/administrations/',
    '',
  ].join('\n');
}
