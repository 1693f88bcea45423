import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { isSafeZip } from './inspect-zip.js';

interface Made {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the directory says instead of the truth. */
  readonly declared?: number;
}

function zipOf(...files: readonly Made[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, declared } of files) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    directory.push(entry, Buffer.from(name));
    locals.push(local, Buffer.from(name), packed);
    at += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const text = (length: number) => Buffer.from(Array.from({ length }, (_, n) => (n * 7919) % 251));
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);

describe('isSafeZip', () => {
  it.each<[string, Made[], boolean]>([
    ['a spreadsheet', [{ name: 'xl/workbook.xml', content: text(9000) }], true],
    ['a bomb by ratio', [{ name: 'xl/sheet.xml', content: zeros(8) }], false],
    ['a bomb whose directory lies', [{ name: 'xl/sheet.xml', content: zeros(8), declared: 5000 }], false],
    ['a bomb by size', [{ name: 'a', content: text(10), declared: 65 * 1024 * 1024 }], false],
    ['macros', [{ name: 'xl/vbaProject.bin', content: text(10) }], false],
    ['a way out', [{ name: '../../etc/passwd', content: text(10) }], false],
    ['an absolute path', [{ name: '/etc/passwd', content: text(10) }], false],
    ['too many entries', Array.from({ length: 501 }, (_, n) => ({ name: `${n}`, content: text(1) })), false],
  ])('%s', (_, files, safe) => {
    expect(isSafeZip(zipOf(...files))).toBe(safe);
  });

  it('refuses what is cut off or no archive', () => {
    expect(isSafeZip(new Uint8Array())).toBe(false);
    expect(isSafeZip(Buffer.from('PK and so on, without an end'))).toBe(false);
    expect(isSafeZip(zipOf({ name: 'a', content: text(100) }).subarray(4))).toBe(false);
  });
});
