import type { RoleName } from './roles.js';

/** Roles in the words of the readers. Here are no schemas: every page of the console shows these words. */
export const roleLabels = {
  committee: { vi: 'Thường trực, Ban Thường vụ', en: 'Standing committee' },
  secretariat: { vi: 'Tổ thư ký', en: 'Secretariat' },
  appraiser: { vi: 'Người thẩm định', en: 'Appraiser' },
  'unit-leader': { vi: 'Lãnh đạo đơn vị', en: 'Unit leader' },
  'unit-officer': { vi: 'Cán bộ đơn vị', en: 'Unit officer' },
  auditor: { vi: 'Người giám sát', en: 'Auditor' },
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
} as const satisfies Record<RoleName, { readonly vi: string; readonly en: string }>;
