import { crc32, deflateRawSync } from 'node:zlib';

export interface PackedPart {
  readonly name: string;
  readonly bytes: Buffer | string;
  readonly stored?: boolean;
  /** What its directory declares in place of the truth. */
  readonly declares?: { readonly unpacked?: number; readonly at?: number };
  readonly encrypted?: boolean;
}

/** An archive byte by byte, also of the kind no program writes. */
export function archiveOf(parts: readonly PackedPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, stored = false, declares = {}, encrypted = false } of parts) {
    const unpacked = Buffer.from(bytes);
    const packed = stored ? unpacked : deflateRawSync(unpacked);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 0x801 : 0x800, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(unpacked), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declares.unpacked ?? unpacked.length, 18);
    common.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(declares.at ?? at, 10);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, packed]);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, place, path]));
    bodies.push(body);
    at += body.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const main = (type: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${type}"/></Types>`;
const office = (type: string, more: readonly PackedPart[]): Buffer =>
  archiveOf([
    { name: '[Content_Types].xml', bytes: main(type) },
    { name: '_rels/.rels', bytes: '<Relationships/>' },
    ...more,
  ]);
const openXml = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';
const open = (type: string): Buffer =>
  archiveOf([
    { name: 'mimetype', bytes: `${openDocument}.${type}`, stored: true },
    { name: 'content.xml', bytes: '<document-content/>' },
  ]);

export const xlsxOf = (...more: readonly PackedPart[]): Buffer =>
  office(`${openXml}.spreadsheetml.sheet.main+xml`, more);

/** The smallest document of each kind that is taken as evidence, by its ending. */
export const documents = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  docx: office(`${openXml}.wordprocessingml.document.main+xml`, []),
  xlsx: xlsxOf(),
  pptx: office(`${openXml}.presentationml.presentation.main+xml`, []),
  odt: open('text'),
  ods: open('spreadsheet'),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  jpg: Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    Buffer.from('ffd9', 'hex'),
  ]),
  txt: Buffer.from('Biên bản kiểm tra ngày 10/10/2022\r\n'),
  csv: Buffer.from('\ufeffđơn vị,số\nPhường Đáp Cầu,12\n'),
} as const satisfies Readonly<Record<string, Buffer>>;

/** How a program for Windows begins. */
export const program = Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(4096)]);
