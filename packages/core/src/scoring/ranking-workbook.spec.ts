import { describe, expect, it } from '@jest/globals';
import type { RankingRow } from '@nhip/contracts';
import readWorkbook from 'read-excel-file/node';
import { rankingWorkbook } from './ranking-workbook.js';

const unit = { id: '0', code: 'P1', names: { vi: 'Phường Đáp Cầu', en: 'Dap Cau ward' }, shortName: null };
const row = (rest: Partial<RankingRow>): RankingRow => ({
  id: '0',
  unit,
  group: { id: '1', code: 'PHUONG', names: { vi: 'Khối phường' } },
  points: '1795/18',
  shownPoints: '99.72',
  fields: [],
  classCode: 'xs',
  classNames: { vi: 'Xuất sắc' },
  rank: 1,
  tied: false,
  ranked: 2,
  unranked: null,
  movement: { comparable: true, places: 2, from: 3 },
  ...rest,
});

describe('the ranking as a workbook', () => {
  it('has typed cells, exact points as text, and says why there is no rank or movement', async () => {
    const file = await rankingWorkbook(
      'Xếp hạng đợt 9 tháng năm 2022',
      [
        row({}),
        row({ rank: null, unranked: 'EXCUSED', shownPoints: null, points: null, classNames: null }),
        row({ tied: true, movement: { comparable: false, reason: 'NO_EARLIER' } }),
      ],
      'vi',
    );
    const [sheet] = await readWorkbook(file);
    expect(sheet?.data[2]).toEqual([
      'Khối phường',
      1,
      'P1',
      'Phường Đáp Cầu',
      99.72,
      '1795/18',
      'Xuất sắc',
      '+2',
      null,
    ]);
    expect(sheet?.data[3]?.at(-1)).toBe('không xếp hạng: được miễn trong đợt này');
    expect(sheet?.data[4]?.slice(-2)).toEqual(['không so sánh được: không có đợt trước', 'đồng hạng']);
  });

  it('speaks English', async () => {
    const [sheet] = await readWorkbook(await rankingWorkbook('Ranking', [row({})], 'en'));
    expect(sheet?.data[1]?.[3]).toBe('Unit');
    expect(sheet?.data[2]?.[3]).toBe('Dap Cau ward');
  });
});
