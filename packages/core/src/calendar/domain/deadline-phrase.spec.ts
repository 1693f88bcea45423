import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { deadlineTexts, describeDeadline } from '@nhip/contracts';
import fc from 'fast-check';
import { addDays, day, dayFromNumber, dayNumberOf, partsOf, VIETNAM_ZONE } from '../../shared/index.js';
import { readDeadline } from './deadline-phrase.js';
import { decreedDays } from './decreed-days.js';
import { withoutDiacritics } from './folded-text.js';
import { WorkingCalendar } from './working-calendar.js';

const calendar = new WorkingCalendar('2022-2026', decreedDays);
const read = (phrase: string | null, documentDay = '2022-10-11') =>
  readDeadline(phrase, { documentDay: day(documentDay), calendar, zone: VIETNAM_ZONE });
const codes = (phrase: string, documentDay?: string) =>
  read(phrase, documentDay).warnings.map(({ code }) => code);

interface SampleTask {
  readonly id: string;
  readonly phrase: string | null;
  readonly documentDay: string;
  readonly class: string;
  readonly due: string | null;
}
const tasks = JSON.parse(
  readFileSync(new URL('../../../../../samples/tasks.json', import.meta.url), 'utf8'),
) as readonly SampleTask[];

describe('acceptance: the 33 directives and recommendations of the five rounds', () => {
  it('are 33, five of them with a day', () => {
    expect(tasks).toHaveLength(33);
    expect(tasks.filter((task) => task.due !== null)).toHaveLength(5);
  });

  it.each(tasks.map((task) => [task.id, task.phrase, task] as const))('%s %j', (_id, phrase, task) => {
    expect(read(phrase, task.documentDay)).toMatchObject({ class: task.class, dueOn: task.due });
    if (phrase === null) return;
    expect(read(withoutDiacritics(phrase), task.documentDay)).toMatchObject({
      class: task.class,
      dueOn: task.due,
    });
    expect(read(phrase.normalize('NFD'), task.documentDay)).toMatchObject({
      class: task.class,
      dueOn: task.due,
    });
  });

  it('explanations before 18/10 end with Monday 17/10/2022', () => {
    expect(read('trước ngày 18/10')).toEqual({
      phrase: 'trước ngày 18/10',
      class: 'exclusive',
      dueOn: '2022-10-17',
      dueAt: '2022-10-17T17:00:00.000Z',
      rule: { code: 'DEADLINE_BEFORE_DAY', params: { day: '2022-10-18' } },
      warnings: [{ code: 'DEADLINE_EXCLUSIVE', params: { day: '2022-10-18', dueOn: '2022-10-17' } }],
      suggestion: null,
      recurrence: null,
      calendarVersion: '2022-2026',
    });
  });
});

describe('deadline phrases', () => {
  it.each([
    ['trước ngày 18/10/2022', 'exclusive', '2022-10-17'],
    ['gửi báo cáo trước 18-10-2022', 'exclusive', '2022-10-17'],
    ['trước ngày 18 tháng 10 năm 2022', 'exclusive', '2022-10-17'],
    ['Trước thứ ba, ngày 18/10', 'exclusive', '2022-10-17'],
    ['trước ngày 01/11/2022', 'exclusive', '2022-10-31'],
    ['trước tháng 12/2022', 'exclusive', '2022-11-30'],
    ['trước quý IV năm 2023', 'exclusive', '2023-09-30'],
    ['chậm nhất ngày 18/10', 'inclusive', '2022-10-18'],
    ['chậm nhất là ngày 18/10/2022', 'inclusive', '2022-10-18'],
    ['đến hết ngày 18/10', 'inclusive', '2022-10-18'],
    ['hạn đến ngày 18.10.2022', 'inclusive', '2022-10-18'],
    ['hạn chót: 18/10', 'inclusive', '2022-10-18'],
    ['từ ngày 1/10 đến ngày 18/10/2022', 'inclusive', '2022-10-18'],
    ['trước hết ngày 18/10', 'inclusive', '2022-10-18'],
    ['chậm nhất ngày 15/10/2022', 'inclusive', '2022-10-17'],
    ['18/10/2022', 'inclusive', '2022-10-18'],
    ['ngày 18/10', 'inclusive', '2022-10-18'],
    ['trong ngày 18/10', 'inclusive', '2022-10-18'],
    ['trước và trong ngày 18/10', 'inclusive', '2022-10-18'],
    ['trong ngày 15/10', 'inclusive', '2022-10-15'],
    ['trong tháng 11', 'month', '2022-11-30'],
    ['trong tháng 2/2024', 'month', '2024-02-29'],
    ['hoàn thành trong tháng 11 năm 2022', 'month', '2022-11-30'],
    ['đến hết tháng 10/2022', 'month', '2022-10-31'],
    ['trong tháng này', 'month', '2022-10-31'],
    ['trong tháng', 'month', '2022-10-31'],
    ['chậm nhất giữa tháng 11', 'month', '2022-11-15'],
    ['đầu tháng 12/2022', 'month', '2022-12-01'],
    ['cuối tháng 12/2022', 'month', '2022-12-31'],
    ['trong quý IV', 'quarter', '2022-12-31'],
    ['trong quý 1/2023', 'quarter', '2023-03-31'],
    ['trong quý này', 'quarter', '2022-12-31'],
    ['trong quý sau', 'quarter', '2023-03-31'],
    ['trong quý III năm 2023', 'quarter', '2023-09-30'],
    ['trong 6 tháng đầu năm 2023', 'quarter', '2023-06-30'],
    ['trong năm 2022', 'year', '2022-12-31'],
    ['hết năm 2023', 'year', '2023-12-31'],
    ['chậm nhất cuối năm 2022', 'year', '2022-12-31'],
    ['trong năm nay', 'year', '2022-12-31'],
    ['trong 4 ngày làm việc', 'working-days', '2022-10-17'],
    ['trong thời hạn 05 (năm) ngày làm việc kể từ ngày ký', 'working-days', '2022-10-18'],
    ['trong vòng năm ngày làm việc', 'working-days', '2022-10-18'],
    ['05 ngày làm việc kể từ ngày 01/9/2022', 'working-days', '2022-09-09'],
    ['chậm nhất 10 ngày làm việc', 'working-days', '2022-10-25'],
    ['trong 15 ngày', 'calendar-days', '2022-10-26'],
    ['trong vòng 30 ngày kể từ ngày 11/10/2022', 'calendar-days', '2022-11-10'],
    ['trong 4 ngày', 'calendar-days', '2022-10-17'],
    ['30 ngày', 'calendar-days', '2022-11-10'],
    ['trong 2 tuần', 'calendar-days', '2022-10-25'],
    ['trong nửa tháng', 'calendar-days', '2022-10-26'],
    ['trong 3 tháng', 'calendar-days', '2023-01-11'],
    ['trong một tháng', 'calendar-days', '2022-11-11'],
    ['ngay', 'vague', null],
    ['tổ chức ngay tập huấn', 'vague', null],
    ['Khẩn trương', 'vague', null],
    ['sớm', 'vague', null],
    ['kịp thời báo cáo', 'vague', null],
    ['đúng thời gian theo kế hoạch', 'vague', null],
    ['sau 5 ngày làm việc', 'vague', null],
    ['trước 05 ngày làm việc', 'vague', null],
    ['thường xuyên', 'recurring', null],
    ['định kỳ', 'recurring', null],
    ['định kỳ hằng tháng', 'recurring', null],
    ['trước ngày 25 hàng tháng', 'recurring', null],
    ['năm 2022', 'none', null],
    ['đến năm 2025', 'none', null],
    ['đến hết năm 2025', 'year', '2025-12-31'],
    ['', 'none', null],
    ['   ', 'none', null],
    ['theo Công văn số 57/UBND ngày 11/3/2022', 'none', null],
    ['trước hết phải rà soát', 'none', null],
    ['hằng', 'none', null],
  ])('%j is %s, due %s', (phrase, kind, dueOn) => {
    expect(read(phrase)).toMatchObject({ class: kind, dueOn });
    expect(read(withoutDiacritics(phrase))).toMatchObject({ class: kind, dueOn });
    expect(read(phrase.toUpperCase())).toMatchObject({ class: kind, dueOn });
    expect(read(phrase.replaceAll(' ', '\u00a0'))).toMatchObject({ class: kind, dueOn });
  });

  it.each([
    ['trước 17 giờ ngày 18/10', '2022-10-18', '2022-10-18T10:00:00.000Z'],
    ['trước 17h30 ngày 18/10/2022', '2022-10-18', '2022-10-18T10:30:00.000Z'],
    ['chậm nhất 10 giờ 15 phút ngày 18/10', '2022-10-18', '2022-10-18T03:15:00.000Z'],
    ['trước 24 giờ ngày 18/10', '2022-10-18', '2022-10-18T17:00:00.000Z'],
  ])('%j ends at its hour', (phrase, dueOn, dueAt) => {
    expect(read(phrase)).toMatchObject({ dueOn, dueAt });
  });

  it.each([
    ['chậm nhất ngày 31/2/2023', 'inclusive', 'DEADLINE_NO_SUCH_DAY'],
    ['trước ngày 31/2', 'exclusive', 'DEADLINE_NO_SUCH_DAY'],
    ['trong tháng 13', 'month', 'DEADLINE_NO_SUCH_DAY'],
    ['trước 25 giờ ngày 18/10', 'inclusive', 'DEADLINE_NO_SUCH_TIME'],
  ])('%j has no day and says so', (phrase, kind, code) => {
    expect(read(phrase)).toMatchObject({ class: kind, dueOn: null, dueAt: null });
    expect(codes(phrase)).toContain(code);
  });

  it('says what a reader should look at', () => {
    expect(codes('trước ngày 17/10/2022')).toEqual(['DEADLINE_EXCLUSIVE', 'DEADLINE_DAY_OFF']);
    expect(read('trước ngày 17/10/2022').suggestion).toBe('2022-10-17');
    expect(codes('chậm nhất ngày 15/10/2022')).toEqual(['DEADLINE_ROLLED']);
    expect(codes('chậm nhất 18/10/22')).toEqual(['DEADLINE_YEAR_SHORT']);
    expect(codes('trong 5 ngày làm việc kể từ ngày nhận được văn bản')).toEqual(['DEADLINE_BASE_ASSUMED']);
    expect(codes('trong 5 ngày làm việc', '2027-01-04')).toEqual(['DEADLINE_CALENDAR_PROVISIONAL']);
    expect(codes('sớm')).toEqual(['DEADLINE_VAGUE']);
    expect(codes('')).toEqual(['DEADLINE_MISSING']);
  });

  it('keeps the year of the document and offers the next where the day has passed', () => {
    const reading = read('chậm nhất ngày 13/1', '2022-12-20');
    expect(reading).toMatchObject({ dueOn: '2022-01-13', suggestion: '2023-01-13' });
    expect(reading.warnings.map(({ code }) => code)).toEqual(['DEADLINE_PAST']);
    expect(read('chậm nhất ngày 13/1/2022', '2022-12-20').suggestion).toBeNull();
  });

  it.each([
    ['ngay', '2022-10-14'],
    ['kịp thời', '2022-10-18'],
    ['sớm', '2022-10-25'],
    ['tiếp tục', '2022-12-31'],
    ['đúng tiến độ', null],
    ['định kỳ hằng tháng', '2022-10-31'],
    ['trước ngày 25 hằng tháng', '2022-10-24'],
    ['ngày 5 hằng tháng', '2022-11-05'],
    ['hằng tuần', '2022-10-14'],
    ['hằng ngày', '2022-10-12'],
    ['mỗi quý', '2022-12-31'],
    ['hằng năm', '2022-12-31'],
    ['trước ngày 15/11 hằng năm', '2022-11-14'],
  ])('%j offers %s', (phrase, suggestion) => {
    expect(read(phrase)).toMatchObject({ dueOn: null, suggestion });
  });

  it('tells "ngay" from "ngày"', () => {
    expect(read('từ ngày ký').class).toBe('none');
    expect(read('tu ngay ky').class).toBe('none');
    expect(read('báo cáo ngay').class).toBe('vague');
    expect(read('bao cao ngay').class).toBe('vague');
  });

  const someDay = fc
    .integer({ min: dayNumberOf(day('2020-01-01')), max: dayNumberOf(day('2030-12-31')) })
    .map(dayFromNumber);
  const written = (on: ReturnType<typeof day>) => {
    const { year, month, dayOfMonth } = partsOf(on);
    return `${dayOfMonth}/${month}/${year}`;
  };

  it('property: "trước ngày D" ends exactly one day earlier than "trong ngày D"', () => {
    fc.assert(
      fc.property(someDay, someDay, (on, documentDay) => {
        const before = read(`trước ngày ${written(on)}`, documentDay);
        const within = read(`trong ngày ${written(on)}`, documentDay);
        expect(within.dueOn).toBe(on);
        expect(before.dueOn).toBe(addDays(on, -1));
      }),
    );
  });

  it('property: an inclusive day is the day itself or the next working day', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        expect(read(`chậm nhất ngày ${written(on)}`, on).dueOn).toBe(calendar.rollForward(on));
      }),
    );
  });

  it('property: n working days leave n working days after the document', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (documentDay, n) => {
        const { dueOn } = read(`trong ${n} ngày làm việc`, documentDay);
        expect(dueOn && calendar.countWorkingDays(addDays(documentDay, 1), dueOn)).toBe(n);
      }),
    );
  });

  it('every rule and warning has words, in both languages', () => {
    expect(describeDeadline(read('trước ngày 18/10').rule, 'vi')).toBe(
      'trước ngày 18/10/2022, không tính ngày đó',
    );
    expect(describeDeadline(read('trong 5 ngày làm việc').rule, 'en')).toBe(
      '5 working days, counted from the day after 11/10/2022',
    );
    expect(describeDeadline({ code: 'UNKNOWN', params: {} }, 'vi')).toBe('UNKNOWN');
  });

  it('property: any text gives a reading, quickly, and every remark in it has words', () => {
    const words = fc.array(
      fc.constantFrom(
        'trước',
        'ngày',
        'trong',
        'tháng',
        'quý',
        'năm',
        '18/10',
        '31/2',
        '5',
        'làm việc',
        'hằng',
        'ngay',
        'IV',
        '2022',
        'kể từ',
        '17 giờ',
        'đến',
        'hết',
        'cuối',
        '(',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((list) => list.join(' ')),
          fc.string({ unit: 'binary', maxLength: 300 }),
        ),
        (phrase) => {
          const reading = read(phrase);
          expect(reading.dueOn === null).toBe(reading.dueAt === null);
          for (const remark of [reading.rule, ...reading.warnings]) {
            expect(Object.keys(deadlineTexts)).toContain(remark.code);
            expect(describeDeadline(remark, 'vi')).not.toMatch(/[{}]\w/);
          }
          if (['vague', 'recurring', 'none'].includes(reading.class)) expect(reading.dueOn).toBeNull();
        },
      ),
      { numRuns: 1000 },
    );
  });
});
