import { inflateRawSync } from 'node:zlib';

/** Limits on what a packed file may become. A spreadsheet of 5,000 rows unpacks to about 2 MB. */
const MAX_ENTRIES = 500;
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_RATIO = 100;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
}

/**
 * Whether a ZIP file may be unpacked: few entries, sizes and ratios as documents have them, no macros, no path that
 * leaves its folder. First by its directory, without unpacking; then each entry is unpacked no further than the
 * size it declares, so that a directory that lies is found out cheaply.
 */
export function isSafeZip(bytes: Uint8Array): boolean {
  const entries = entriesOf(bytes);
  return (
    entries !== undefined &&
    entries.reduce((sum, { size }) => sum + size, 0) <= MAX_UNPACKED &&
    entries.every(isHarmless) &&
    entries.every((entry) => isHonest(bytes, entry))
  );
}

const isHarmless = ({ name, packed, size }: Entry): boolean =>
  size <= Math.max(packed, 1024) * MAX_RATIO &&
  !/vbaProject\.bin$/i.test(name) &&
  !name.startsWith('/') &&
  !name.split(/[\\/]/).includes('..');

function isHonest(bytes: Uint8Array, { method, packed, size, at }: Entry): boolean {
  const view = viewOf(bytes);
  if (at + LOCAL_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL) return false;
  const begin = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const content = bytes.subarray(begin, begin + packed);
  if (method !== DEFLATED) return method === 0 && packed === size && content.length === size;
  try {
    return inflateRawSync(content, { maxOutputLength: size + 1 }).length === size;
  } catch {
    return false;
  }
}

function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) return undefined;
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
