import { stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { archiveFaults, type ArchiveFault } from '@nhip/contracts';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { DomainError } from '../shared/index.js';
import { archiveFault, macroIn } from './domain/archive-rules.js';

/**
 * Holds a packed document (Office, OpenDocument) against what documents are: first its directory, without unpacking
 * anything; then every part is unpacked into nothing, to see that the sizes it declared are true. Refused:
 * EVIDENCE_ARCHIVE_UNSAFE, EVIDENCE_WITH_MACRO, EVIDENCE_LOCKED.
 */
export async function checkArchive(path: string, name: string): Promise<void> {
  const archive = await openPromise(path, { autoClose: false, strictFileNames: false }).catch(() => {
    throw unsafe(name, 'broken');
  });
  try {
    const entries = await directoryOf(archive, name);
    if (entries.some((entry) => entry.isEncrypted())) throw new DomainError('EVIDENCE_LOCKED', { name });
    const parts = entries.map((entry) => ({
      name: entry.fileName,
      packed: entry.compressedSize,
      unpacked: entry.uncompressedSize,
      at: entry.relativeOffsetOfLocalHeader,
    }));
    const fault = archiveFault(parts, (await stat(path)).size);
    if (fault !== undefined) throw unsafe(name, fault);
    const part = macroIn(parts);
    if (part !== undefined) throw new DomainError('EVIDENCE_WITH_MACRO', { name, part });
    for (const entry of entries) await unpackIntoNothing(archive, entry, name);
  } finally {
    archive.close();
  }
}

/** Stops early at an archive of millions of parts; names that lead outside are told by archiveFault. */
async function directoryOf(archive: ZipFile, name: string): Promise<Entry[]> {
  if (archive.entryCount > 20_000) throw unsafe(name, 'too-many-entries');
  const entries: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) entries.push(entry);
  } catch (error) {
    throw unsafe(
      name,
      /path|file name|characters in fileName/i.test(String(error)) ? 'path-outside' : 'broken',
    );
  }
  return entries;
}

async function unpackIntoNothing(archive: ZipFile, entry: Entry, name: string): Promise<void> {
  try {
    const bytes = await archive.openReadStreamPromise(entry);
    bytes.resume();
    await finished(bytes, { writable: false });
  } catch (error) {
    throw unsafe(name, /bytes in the stream/.test(String(error)) ? 'lying-sizes' : 'broken');
  }
}

const unsafe = (name: string, why: ArchiveFault) =>
  new DomainError('EVIDENCE_ARCHIVE_UNSAFE', { name, why: archiveFaults[why] });
