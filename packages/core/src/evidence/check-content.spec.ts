import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evidenceTypes } from '@nhip/contracts';
import { archiveOf, documents, program, xlsxOf } from '../testing/documents.js';
import { checkContent } from './check-content.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhip-evidence-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const check = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const path = join(folder, 'received');
  await writeFile(path, bytes);
  return checkContent(path, name);
};
const refused = async (name: string, bytes: Uint8Array | string) =>
  (await check(name, bytes).catch((error: unknown) => error)) as {
    code: string;
    params: Record<string, unknown>;
  };
const zeros = (size: number): Buffer => Buffer.alloc(size);
const MEBIBYTE = 1024 * 1024;

describe('a file given as evidence', () => {
  it.each(Object.entries(documents))('is taken as what it is: %s', async (ending, bytes) => {
    expect(await check(`Báo cáo.${ending}`, bytes)).toBe(evidenceTypes[ending as keyof typeof documents]);
    expect(await check(`Báo cáo.${ending.toUpperCase()}`, bytes)).toBeTruthy();
  });

  it.each(['virus.exe', 'page.html', 'pic.svg', 'old.doc', 'all.zip', 'macro.xlsm', 'none', '.pdf/'])(
    'is refused where its kind is not taken: %s',
    async (name) => {
      expect((await refused(name, 'x')).code).toBe('EVIDENCE_TYPE_NOT_ALLOWED');
    },
  );

  it('is refused where it is not what its name says', async () => {
    const wrong: [string, Uint8Array | string][] = [
      ['a.pdf', program],
      ['a.txt', program],
      ['a.csv', documents.pdf],
      ['a.docx', documents.xlsx],
      ['a.odt', documents.ods],
      ['a.xlsx', documents.pdf],
      ['a.png', documents.jpg],
      ['a.jpg', 'không phải ảnh'],
      ['a.pdf', 'không phải PDF'],
      ['a.xlsx', archiveOf([{ name: 'readme.txt', bytes: 'only a zip' }])],
    ];
    for (const [name, bytes] of wrong)
      expect([name, (await refused(name, bytes)).code]).toEqual([name, 'EVIDENCE_NOT_WHAT_IT_SAYS']);
    expect((await refused('a.pdf', program)).params).toMatchObject({ expected: 'PDF', found: 'EXE' });
  });

  it('is refused where it is two files at once', async () => {
    const hidden = archiveOf([{ name: 'x.js', bytes: 'alert(1)' }]);
    for (const ending of ['pdf', 'png', 'jpg', 'txt'] as const) {
      const both = Buffer.concat([documents[ending], hidden]);
      expect([ending, (await refused(`a.${ending}`, both)).code]).toEqual([ending, 'EVIDENCE_HIDES_ANOTHER']);
    }
    // A program that carries a document behind it opens as both.
    expect((await refused('a.docx', Buffer.concat([program, documents.docx]))).code).toBe(
      'EVIDENCE_NOT_WHAT_IT_SAYS',
    );
  });

  it.each([
    ['one part of zeros', [{ name: 'xl/sheet.xml', bytes: zeros(20 * MEBIBYTE) }], 'quá lớn'],
    [
      'many parts of zeros',
      Array.from({ length: 40 }, (_, n) => ({ name: `xl/${n}.xml`, bytes: zeros(MEBIBYTE) })),
      'quá lớn',
    ],
    [
      'a declared size that is smaller',
      [{ name: 'a', bytes: zeros(5000), declares: { unpacked: 10 } }],
      'không đúng',
    ],
    [
      'a declared size that is larger',
      [{ name: 'a', bytes: 'short', declares: { unpacked: 5000 } }],
      'không đúng',
    ],
    [
      'parts on top of each other',
      [
        { name: 'a', bytes: zeros(90_000) },
        { name: 'b', bytes: zeros(90_000), declares: { at: 0 } },
      ],
      'chồng',
    ],
    [
      'ten thousand and one parts',
      Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}`, bytes: '' })),
      'nhiều',
    ],
    ['a part above', [{ name: '../../etc/cron.d/x', bytes: 'x' }], 'trỏ ra ngoài'],
    ['a part at the root', [{ name: '/etc/passwd', bytes: 'x' }], 'trỏ ra ngoài'],
    ['a part on a drive', [{ name: 'C:\\x.dll', bytes: 'x' }], 'trỏ ra ngoài'],
  ])('is refused as a bomb or a trap: %s', async (_what, parts, why) => {
    const { code, params } = await refused('a.xlsx', xlsxOf(...parts));
    expect([code, (params['why'] as { vi: string }).vi]).toEqual([
      'EVIDENCE_ARCHIVE_UNSAFE',
      expect.stringContaining(why),
    ]);
  });

  it('is refused where it is cut off', async () => {
    const whole = documents.docx;
    expect((await refused('a.docx', whole.subarray(0, whole.length - 30))).code).toBe(
      'EVIDENCE_ARCHIVE_UNSAFE',
    );
  });

  it.each([
    'xl/vbaProject.bin',
    'word/vbaData.xml',
    'xl/macrosheets/sheet1.xml',
    'word/activeX/activeX1.bin',
    'Basic/Standard/Module1.xml',
    'Scripts/python/x.py',
  ])('is refused with a macro: %s', async (name) => {
    const { code, params } = await refused('a.xlsx', xlsxOf({ name, bytes: 'x' }));
    expect([code, params['part']]).toEqual(['EVIDENCE_WITH_MACRO', name]);
  });

  it('is refused with a password', async () => {
    const locked = xlsxOf({ name: 'xl/sheet.xml', bytes: 'x', encrypted: true });
    expect((await refused('a.xlsx', locked)).code).toBe('EVIDENCE_LOCKED');
  });

  it('is refused as text where nobody can read it', async () => {
    for (const bytes of [Buffer.from([0xff, 0xfe, 0x00]), Buffer.from('a\u0000b'), Buffer.from([0xc3])])
      expect((await refused('a.txt', bytes)).code).toMatch(/EVIDENCE_(TEXT_UNREADABLE|NOT_WHAT_IT_SAYS)/);
    expect(await check('a.txt', 'tab\tand\r\nlines')).toBe('text/plain');
  });
});
