import { describe, expect, it } from '@jest/globals';
import { endingOf, fileName } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['Báo cáo số 25/BC-UBND.pdf', 'BC-UBND.pdf'],
    ['Báo cáo quý 3.pdf', 'Báo cáo quý 3.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Windows\\x.pdf', 'x.pdf'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['gpj.\u202Efdp.exe', 'gpj.fdp.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie- x.pdf'],
    ['  ..hidden.pdf. ', 'hidden.pdf'],
    ['', 'tep'],
    ['..', 'tep'],
    ['a"b<c>|?*.txt', 'a-b-c----.txt'],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileName(given)).toBe(kept);
  });

  it('too long is shortened before its ending', () => {
    const kept = fileName(`${'ờ'.repeat(300)}.docx`);
    expect([[...kept].length, endingOf(kept)]).toEqual([180, 'docx']);
  });
});
