import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCsv } from './parse-csv.js';

describe('parseCsv', () => {
  it.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons and CRLF',
      'a;b\r\n1;2,5',
      [
        ['a', 'b'],
        ['1', '2,5'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes, line ends and separators inside',
      '"a ""x""";b\n"1\n2";"3;4"',
      [
        ['a "x"', 'b'],
        ['1\n2', '3;4'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n,,\n',
      [
        ['a', 'b', 'c'],
        ['', '', ''],
      ],
    ],
    ['nothing', '', []],
  ])('reads %s', (_, text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it('reads back whatever was written by the rules', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ế', '"', ',', ';', '\n', ' ') });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(table, (rows) => {
        const text = [['h', 'h', 'h', 'h', 'h', 'h', 'h', 'h'], ...rows]
          .map((row) => row.map(quote).join(','))
          .join('\n');
        expect(parseCsv(text).slice(1)).toEqual(rows);
      }),
    );
  });
});
