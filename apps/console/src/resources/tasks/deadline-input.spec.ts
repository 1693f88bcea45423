import { describe, expect, it } from '@jest/globals';
import { deadlineInputOf, noDeadline, typedDeadline, weekday } from './deadline-input.js';

describe('a typed deadline', () => {
  it.each([
    ['nothing', noDeadline, {}],
    ['a phrase', { ...noDeadline, words: ' trong tháng 11/2022 ' }, { phrase: 'trong tháng 11/2022' }],
    ['a day', { ...noDeadline, words: '17/10/2022' }, { dueOn: '2022-10-17' }],
    [
      'a phrase and another day',
      { words: 'sớm', day: '31/10/2022', reason: 'Thường trực chốt' },
      { phrase: 'sớm', dueOn: '2022-10-31', reason: 'Thường trực chốt' },
    ],
    ['a phrase and no day at all', { words: 'sớm', day: '31/2/2022', reason: '' }, { phrase: 'sớm' }],
  ])('%s', (_name, typed, input) => {
    expect(deadlineInputOf(typed)).toEqual(input);
  });

  it('comes back from what is stored', () => {
    expect(typedDeadline({ phrase: null, dueOn: '2022-10-17', reading: null })).toEqual({
      ...noDeadline,
      words: '17/10/2022',
    });
    expect(typedDeadline({ phrase: 'trong tháng 11/2022', dueOn: '2022-11-30', reading: null })).toEqual({
      ...noDeadline,
      words: 'trong tháng 11/2022',
    });
  });

  it('names the day of the week', () => {
    expect([weekday('2022-11-30', 'vi'), weekday('2022-11-30', 'en')]).toEqual(['thứ Tư', 'Wednesday']);
  });
});
