import { describe, expect, it } from '@jest/globals';
import { isBlock, placeBlock, readBlock } from './paste.js';

describe('a block from a spreadsheet', () => {
  it('is rows of columns, with quoted cells whole', () => {
    expect(readBlock('1.234\tghi chú\r\n\tx\r\n')).toEqual([
      ['1.234', 'ghi chú'],
      ['', 'x'],
    ]);
    expect(readBlock('"a\nb"\t"nói ""vâng"""\n3')).toEqual([['a\nb', 'nói "vâng"'], ['3']]);
    expect(readBlock('12')).toEqual([['12']]);
    expect(isBlock(readBlock('12'))).toBe(false);
    expect(isBlock(readBlock('1\n2'))).toBe(true);
  });

  it('is laid over the grid from one cell on; blanks leave what is there', () => {
    const { placed, left } = placeBlock(
      [['1', 'n'], [''], ['3', 'm', 'thừa']],
      ['a', 'b', 'c'],
      ['value', 'note'],
      {
        row: 'a',
        column: 'value',
      },
    );
    expect(placed.map(({ row, column, text }) => `${row}.${column}=${text}`)).toEqual([
      'a.value=1',
      'a.note=n',
      'c.value=3',
      'c.note=m',
    ]);
    expect(left).toBe(1);
  });

  it('says what found no place below', () => {
    expect(placeBlock([['1'], ['2']], ['a', 'b'], ['value'], { row: 'b', column: 'value' }).left).toBe(1);
  });
});
