import { open, type FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { evidenceTypes, type EvidenceExtension } from '@nhip/contracts';
import { fileTypeFromFile } from 'file-type';
import { DomainError } from '../shared/index.js';
import { checkArchive } from './check-archive.js';
import { endingOf } from './domain/file-name.js';

const packed: ReadonlySet<string> = new Set<EvidenceExtension>(['docx', 'xlsx', 'pptx', 'odt', 'ods']);
const texts: ReadonlySet<string> = new Set<EvidenceExtension>(['txt', 'csv']);
/** How an archive begins, and how its directory, at the very end, does. */
const ARCHIVE = Buffer.from('PK\u0003\u0004');
const DIRECTORY_END = Buffer.from('PK\u0005\u0006');
const DIRECTORY_END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * Reads what a received file really is, and answers its media type where that is one that is taken and what its name
 * says. Refused with what to mend: another type, a file that is not what its name says, an unsafe archive, macros,
 * an archive behind a picture or a PDF.
 */
export async function checkContent(path: string, name: string): Promise<string> {
  const ending = endingOf(name);
  if (!Object.hasOwn(evidenceTypes, ending))
    throw new DomainError('EVIDENCE_TYPE_NOT_ALLOWED', {
      name,
      allowed: Object.keys(evidenceTypes).join(', '),
    });
  const mediaType = evidenceTypes[ending as EvidenceExtension];
  const { isArchive, hidesArchive } = await outline(path);
  const isPacked = packed.has(ending);
  if (isPacked && isArchive) await checkArchive(path, name);
  if (!isPacked && hidesArchive) throw new DomainError('EVIDENCE_HIDES_ANOTHER', { name });
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const asSaid = texts.has(ending) ? found === undefined : found?.mime === mediaType;
  if (!asSaid)
    throw new DomainError('EVIDENCE_NOT_WHAT_IT_SAYS', {
      name,
      expected: ending.toUpperCase(),
      found: found?.ext.toUpperCase() ?? '?',
    });
  if (texts.has(ending)) await checkText(path, name);
  return mediaType;
}

/** Whether the file begins as an archive, and whether it ends as one. */
async function outline(path: string): Promise<{ isArchive: boolean; hidesArchive: boolean }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = await read(file, 0, ARCHIVE.length);
    const length = Math.min(size, DIRECTORY_END_SIZE + LONGEST_COMMENT);
    const tail = await read(file, size - length, length);
    return { isArchive: head.equals(ARCHIVE), hidesArchive: endsAsArchive(tail) };
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** The end of an archive's directory, with a comment that reaches exactly to the end of the file. */
function endsAsArchive(tail: Buffer): boolean {
  for (let at = tail.lastIndexOf(DIRECTORY_END); at >= 0; at = tail.lastIndexOf(DIRECTORY_END, at - 1)) {
    const comment = at + DIRECTORY_END_SIZE <= tail.length ? tail.readUInt16LE(at + 20) : -1;
    if (at + DIRECTORY_END_SIZE + comment === tail.length) return true;
    if (at === 0) return false;
  }
  return false;
}

// oxlint-disable-next-line no-control-regex -- exactly these are looked for
const NOT_TEXT = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/** UTF-8 without signs that no text holds. */
async function checkText(path: string, name: string): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isText = (bytes: Uint8Array | undefined): boolean => {
    try {
      return !NOT_TEXT.test(decoder.decode(bytes, { stream: bytes !== undefined }));
    } catch {
      return false;
    }
  };
  for await (const bytes of createReadStream(path)) {
    if (!isText(bytes as Uint8Array)) throw new DomainError('EVIDENCE_TEXT_UNREADABLE', { name });
  }
  if (!isText(undefined)) throw new DomainError('EVIDENCE_TEXT_UNREADABLE', { name });
}
