// Be Vietnam Pro has no tabular figures: its 1 is little more than half as wide as its 0, so columns of numbers do
// not line up. This makes small fonts of its ten digits, unchanged in shape, each centred in one width. Run by hand when the font package changes: node apps/console/fonts/make-figures.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';

const source = (weight) =>
  new URL(
    `../../../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-${weight}-normal.woff`,
    import.meta.url,
  );
const target = (weight) => new URL(`../src/entry/figures/figures-${weight}.woff`, import.meta.url);
/** The widest digit's own margins are ample; taking some of them keeps a 1 from standing alone. */
const TIGHTER = 0.94;
const digits = [...'0123456789'].map((digit) => digit.charCodeAt(0));

/** WOFF: a directory of 20 bytes a table (tag, offset, packed length, length, checksum), each packed by zlib. */
function readTables(woff) {
  return new Map(
    Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
      const at = 44 + index * 20;
      const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
      const bytes = woff.subarray(offset, offset + packed);
      return [woff.toString('latin1', at, at + 4), packed < length ? inflateSync(bytes) : Buffer.from(bytes)];
    }),
  );
}

/** Glyph of a character, by the cmap subtable of format 4. */
function glyphOf(cmap, character) {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + i * 8));
  const at = subtables.find((offset) => cmap.readUInt16BE(offset) === 4);
  const doubled = cmap.readUInt16BE(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    if (cmap.readUInt16BE(at + 14 + segment) < character) continue;
    const start = cmap.readUInt16BE(at + 16 + doubled + segment);
    const delta = cmap.readUInt16BE(at + 16 + 2 * doubled + segment);
    const rangeAt = at + 16 + 3 * doubled + segment;
    const range = cmap.readUInt16BE(rangeAt);
    if (range === 0) return (character + delta) & 0xffff;
    return (cmap.readUInt16BE(rangeAt + range + 2 * (character - start)) + delta) & 0xffff;
  }
  throw new Error(`no glyph for ${character}`);
}

/** A simple glyph moved sideways; written anew without instructions and with all coordinates in full. */
function move(glyph, by) {
  const contours = glyph.readInt16BE(0);
  if (contours <= 0) throw new Error('a digit made of other glyphs');
  const ends = Array.from({ length: contours }, (_, i) => glyph.readUInt16BE(10 + 2 * i));
  const points = ends.at(-1) + 1;
  let at = 10 + 2 * contours;
  at += 2 + glyph.readUInt16BE(at);
  const flags = [];
  while (flags.length < points) {
    const flag = glyph[at++];
    const times = flag & 8 ? glyph[at++] + 1 : 1;
    flags.push(...Array(times).fill(flag));
  }
  const deltas = (short, same) =>
    flags.map((flag) => {
      if (flag & short) return flag & same ? glyph[at++] : -glyph[at++];
      if (flag & same) return 0;
      at += 2;
      return glyph.readInt16BE(at - 2);
    });
  const x = deltas(2, 16);
  const y = deltas(4, 32);
  x[0] += by;

  const head = Buffer.alloc(10 + 2 * contours + 2);
  head.writeInt16BE(contours, 0);
  [2, 6].forEach((field) => head.writeInt16BE(glyph.readInt16BE(field) + by, field));
  [4, 8].forEach((field) => head.writeInt16BE(glyph.readInt16BE(field), field));
  ends.forEach((end, i) => head.writeUInt16BE(end, 10 + 2 * i));
  const body = Buffer.concat([head, Buffer.from(flags.map((flag) => flag & 65)), int16(x), int16(y)]);
  return Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
}

function int16(values) {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeInt16BE(value, 2 * i));
  return bytes;
}

function uint32(values) {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32BE(value >>> 0, 4 * i));
  return bytes;
}

function uint16(values) {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => bytes.writeUInt16BE(value & 0xffff, 2 * i));
  return bytes;
}

/** The digits as glyphs 1 to 10: one segment, and the closing one. */
function digitMap() {
  const [first, last] = [digits[0], digits.at(-1)];
  const segments = uint16([4, 32, 0, 4, 4, 1, 0, last, 0xffff, 0, first, 0xffff, 1 - first, 1, 0, 0]);
  return Buffer.concat([uint16([0, 1, 3, 1]), uint32([12]), segments]);
}

function nameTable(weight) {
  const texts = [
    [0, 'Copyright 2021 The Be Vietnam Pro Project Authors (https://github.com/bettergui/BeVietnamPro)'],
    [1, `Nhip Figures ${weight}`],
    [2, 'Regular'],
    [4, `Nhip Figures ${weight}`],
    [6, `NhipFigures-${weight}`],
    [13, 'SIL Open Font License, Version 1.1'],
  ].map(([id, text]) => [id, Buffer.from(text, 'utf16le').swap16()]);
  let offset = 0;
  const records = texts.flatMap(([id, text]) => {
    const record = [3, 1, 0x409, id, text.length, offset];
    offset += text.length;
    return record;
  });
  return Buffer.concat([
    uint16([0, texts.length, 6 + 12 * texts.length, ...records]),
    ...texts.map(([, text]) => text),
  ]);
}

function figures(woff, weight) {
  const tables = readTables(woff);
  const [head, hhea, hmtx, loca, glyf] = ['head', 'hhea', 'hmtx', 'loca', 'glyf'].map((tag) =>
    tables.get(tag),
  );
  const long = head.readInt16BE(50) === 1;
  const place = (id) => (long ? loca.readUInt32BE(4 * id) : 2 * loca.readUInt16BE(2 * id));
  const metrics = hhea.readUInt16BE(34);
  const width = (id) => hmtx.readUInt16BE(4 * Math.min(id, metrics - 1));

  const ids = digits.map((digit) => glyphOf(tables.get('cmap'), digit));
  const common = Math.round(Math.max(...ids.map(width)) * TIGHTER);
  const glyphs = ids.map((id) =>
    move(glyf.subarray(place(id), place(id + 1)), Math.round((common - width(id)) / 2)),
  );
  const ends = glyphs.reduce((all, glyph) => [...all, all.at(-1) + glyph.length], [0]);

  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  hhea.writeUInt16BE(glyphs.length + 1, 34);
  const maxp = tables.get('maxp');
  maxp.writeUInt16BE(glyphs.length + 1, 4);
  maxp.writeUInt16BE(0, 26);
  const os2 = tables.get('OS/2');
  os2.writeUInt16BE(digits[0], 64);
  os2.writeUInt16BE(digits.at(-1), 66);
  return writeWoff(woff.readUInt32BE(4), {
    'OS/2': os2,
    cmap: digitMap(),
    glyf: Buffer.concat(glyphs),
    head,
    hhea,
    hmtx: uint16([common, 0, ...glyphs.flatMap((glyph) => [common, glyph.readInt16BE(2)])]),
    // The first glyph, for what is missing, is empty.
    loca: uint32([0, ...ends]),
    maxp,
    name: nameTable(weight),
    post: uint32([0x30000, 0, 0, 0, 0, 0, 0, 0]),
  });
}

function checksum(bytes) {
  const whole = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function writeWoff(flavor, tables) {
  const entries = Object.entries(tables);
  let offset = 44 + 20 * entries.length;
  const parts = entries.map(([tag, bytes]) => {
    const deflated = deflateSync(bytes, { level: 9 });
    const packed = deflated.length < bytes.length ? deflated : bytes;
    const record = Buffer.concat([
      Buffer.from(tag, 'latin1'),
      uint32([offset, packed.length, bytes.length, checksum(bytes)]),
    ]);
    const padded = Buffer.concat([packed, Buffer.alloc(-packed.length & 3)]);
    offset += padded.length;
    return { record, padded };
  });
  const unpacked = 12 + entries.reduce((sum, [, bytes]) => sum + 16 + ((bytes.length + 3) & ~3), 0);
  const header = Buffer.concat([
    Buffer.from('wOFF', 'latin1'),
    uint32([flavor, offset]),
    uint16([entries.length, 0]),
    uint32([unpacked]),
    uint16([1, 0]),
    uint32([0, 0, 0, 0, 0]),
  ]);
  return Buffer.concat([header, ...parts.map(({ record }) => record), ...parts.map(({ padded }) => padded)]);
}

for (const weight of [400, 500, 600]) {
  writeFileSync(target(weight), figures(readFileSync(source(weight)), weight));
}
