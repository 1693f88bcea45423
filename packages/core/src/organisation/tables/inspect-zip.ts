/** Limits on what a packed file may become. A spreadsheet of 5,000 rows unpacks to about 2 MB. */
const MAX_ENTRIES = 500;
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_RATIO = 100;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const MAX_COMMENT = 0xffff;

/**
 * Whether a ZIP file is safe to unpack, by its central directory and without unpacking anything: few entries, a
 * size and a ratio that are those of documents, no macros, no path that leaves its folder.
 */
export function isSafeZip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return false;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (entries > MAX_ENTRIES) return false;
  let unpacked = 0;
  for (let count = 0; count < entries; count += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return false;
    const packedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    unpacked += size;
    if (unpacked > MAX_UNPACKED || size > Math.max(packedSize, 1024) * MAX_RATIO) return false;
    if (/vbaProject\.bin$/i.test(name) || name.startsWith('/') || name.split(/[\\/]/).includes('..'))
      return false;
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return true;
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
}
