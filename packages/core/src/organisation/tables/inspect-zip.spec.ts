import { describe, expect, it } from '@jest/globals';
import { isSafeZip } from './inspect-zip.js';

/** A ZIP file's central directory alone, as a bomb or a trap would declare it. */
function zipOf(
  ...entries: { readonly name: string; readonly packed: number; readonly size: number }[]
): Uint8Array {
  const headers = entries.map(({ name, packed, size }) => {
    const header = Buffer.alloc(46 + name.length);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt32LE(packed, 20);
    header.writeUInt32LE(size, 24);
    header.writeUInt16LE(name.length, 28);
    header.write(name, 46);
    return header;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  return Buffer.concat([...headers, end]);
}

describe('isSafeZip', () => {
  it.each([
    ['a spreadsheet', [{ name: 'xl/workbook.xml', packed: 2000, size: 90_000 }], true],
    ['a bomb by ratio', [{ name: 'xl/sheet.xml', packed: 42_000, size: 42_000_000 }], false],
    [
      'a bomb by size',
      [
        { name: 'a', packed: 40_000_000, size: 40_000_000 },
        { name: 'b', packed: 40_000_000, size: 40_000_000 },
      ],
      false,
    ],
    ['macros', [{ name: 'xl/vbaProject.bin', packed: 100, size: 100 }], false],
    ['a way out', [{ name: '../../etc/passwd', packed: 10, size: 10 }], false],
    ['an absolute path', [{ name: '/etc/passwd', packed: 10, size: 10 }], false],
    [
      'too many entries',
      Array.from({ length: 501 }, (_, n) => ({ name: `${n}`, packed: 1, size: 1 })),
      false,
    ],
  ])('%s', (_, entries, safe) => {
    expect(isSafeZip(zipOf(...entries))).toBe(safe);
  });

  it('refuses what is cut off or no archive', () => {
    expect(isSafeZip(new Uint8Array())).toBe(false);
    expect(isSafeZip(Buffer.from('PK and so on, without an end'))).toBe(false);
    expect(isSafeZip(zipOf({ name: 'a', packed: 1, size: 1 }).subarray(4))).toBe(false);
  });
});
