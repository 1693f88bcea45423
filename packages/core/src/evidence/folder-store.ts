import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../shared/index.js';
import type { FileStore, ReceivedFile } from './file-store.js';

const MEBIBYTE = 1024 * 1024;
const HASH = /^[0-9a-f]{64}$/;
const ASIDE = '.aside';

/**
 * A folder: `incoming/<random>` while a file comes in, `files/ab/<hash>` from then on. Names are made here only; all
 * that runs on one folder may be several processes, on several machines too where the folder is shared.
 */
export class FolderStore implements FileStore {
  constructor(private readonly folder: string) {}

  private readonly incoming = (): string => join(this.folder, 'incoming');
  private readonly files = (): string => join(this.folder, 'files');
  private readonly placeOf = (sha256: string): string => join(this.files(), sha256.slice(0, 2), sha256);

  async receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile> {
    const path = join(this.incoming(), randomUUID());
    const file = await makeFolder(this.incoming())
      .then(() => open(path, 'wx', 0o600))
      .catch(noRoom);
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of bytes) {
        size += chunk.byteLength;
        if (size > most) throw new DomainError('EVIDENCE_TOO_LARGE', { most: Math.floor(most / MEBIBYTE) });
        hash.update(chunk);
        await file.writeFile(chunk).catch(noRoom);
      }
      await file.sync().catch(noRoom);
    } catch (error) {
      await file.close();
      await rm(path, { force: true });
      throw error;
    }
    await file.close();
    return { path, size, sha256: hash.digest('hex') };
  }

  /** Renamed over what may be there: the same bytes, and the sweeper sees that they were wanted just now. */
  async keep({ path, sha256 }: ReceivedFile): Promise<void> {
    const place = this.placeOf(sha256);
    await makeFolder(dirname(place))
      .then(() => rename(path, place))
      .catch(noRoom);
    await syncFolder(dirname(place));
  }

  async discard({ path }: ReceivedFile): Promise<void> {
    await rm(path, { force: true });
  }

  async open(sha256: string) {
    if (!HASH.test(sha256)) return undefined;
    const file = await open(this.placeOf(sha256)).catch(nothingThere);
    if (file === undefined) return undefined;
    const { size } = await file.stat();
    return { size, bytes: file.createReadStream() };
  }

  async sweep(
    before: Date,
    usedOf: (hashes: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<number> {
    let gone = 0;
    for (const name of await namesIn(this.incoming())) {
      const path = join(this.incoming(), name);
      if ((await changedAt(path)) >= before.getTime()) continue;
      await rm(path, { force: true });
      gone += 1;
    }
    for (const part of await namesIn(this.files())) {
      const folder = join(this.files(), part);
      const old: string[] = [];
      for (const name of await namesIn(folder))
        if ((await changedAt(join(folder, name))) < before.getTime()) old.push(name);
      const used = await usedOf([...new Set(old.map((name) => name.replace(ASIDE, '')))]);
      for (const name of old) gone += await this.remove(join(folder, name), used, before, usedOf);
    }
    return gone;
  }

  /**
   * One content that no row uses. It is put aside first: whoever keeps the same bytes at this moment finds the place
   * empty and puts their own there; and where they had just renewed them, or a row came meanwhile, it is put back.
   */
  private async remove(
    path: string,
    used: ReadonlySet<string>,
    before: Date,
    usedOf: (hashes: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<number> {
    const place = path.replace(ASIDE, '');
    const hash = place.slice(-64);
    const aside = `${place}${ASIDE}`;
    if (path === place && used.has(hash)) return 0;
    if (path === place) await rename(place, aside).catch(nothingThere);
    if ((await changedAt(aside)) === Infinity) return 0;
    const wanted = (await changedAt(aside)) >= before.getTime() || (await usedOf([hash])).has(hash);
    if (wanted) await rename(aside, place).catch(nothingThere);
    else await rm(aside, { force: true });
    return wanted ? 0 : 1;
  }
}

const makeFolder = (path: string) => mkdir(path, { recursive: true, mode: 0o700 });

/** A name is on the disk once its folder is. Not every system lets folders be opened. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** A full disk is not the sender's fault, and does not mend itself: it is said as what it is. */
function noRoom(error: unknown): never {
  const { code } = error as NodeJS.ErrnoException;
  throw code === 'ENOSPC' || code === 'EDQUOT' ? new DomainError('EVIDENCE_NO_ROOM') : error;
}

function nothingThere(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw error;
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(nothingThere)) ?? [];

/** Infinity for what is not there any more: somebody else has just taken it. */
const changedAt = async (path: string): Promise<number> =>
  (await stat(path).catch(nothingThere))?.mtimeMs ?? Infinity;
