/** Why a unit has no place in a ranking. */
export const unrankedReasons = [
  'EXCUSED',
  'NO_POINTS',
  'UNSETTLED',
  'PEERS_UNKNOWN',
  'EXCLUDED',
  'NOTHING_APPLIES',
  'NOT_RANKED',
  'NO_GROUP',
] as const;
export const unrankedTexts = {
  EXCUSED: { vi: 'được miễn trong đợt này', en: 'excused from this cycle' },
  NO_POINTS: { vi: 'bộ tiêu chí không tính điểm', en: 'the criteria set gives no points' },
  UNSETTLED: { vi: 'còn số liệu phải sửa', en: 'figures still to be mended' },
  PEERS_UNKNOWN: {
    vi: 'có chỉ số so với đơn vị khác, chỉ tính được khi chấm cả đợt',
    en: 'an indicator compares units and is scored with the whole cycle only',
  },
  EXCLUDED: {
    vi: 'có chỉ số không áp dụng, theo quy ước không xếp hạng',
    en: 'an indicator does not apply and the policy leaves the unit out',
  },
  NOTHING_APPLIES: { vi: 'không có chỉ số nào áp dụng', en: 'no indicator applies' },
  NOT_RANKED: { vi: 'bộ tiêu chí không xếp hạng', en: 'the criteria set does not rank' },
  NO_GROUP: { vi: 'chưa thuộc khối nào', en: 'belongs to no peer group' },
} as const satisfies Record<(typeof unrankedReasons)[number], { vi: string; en: string }>;
export type UnrankedText = keyof typeof unrankedTexts;
