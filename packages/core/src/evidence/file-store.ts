import type { Readable } from 'node:stream';

export const FILE_STORE = Symbol('FILE_STORE');

/** A file that came in whole and is not kept yet. */
export interface ReceivedFile {
  /** Where its bytes stand on this machine until they are kept or discarded. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Where the bytes of files stand, each content once under its SHA-256. A row that names a hash is written in the
 * transaction in which its bytes are kept: bytes without a row are swept later, a row without bytes cannot come about.
 */
export interface FileStore {
  /** Takes bytes in as they come. Refused with EVIDENCE_TOO_LARGE beyond `most`, EVIDENCE_NO_ROOM: nothing stays. */
  receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<ReceivedFile>;
  /** From now on `open` finds it; the same content again changes nothing. */
  keep(file: ReceivedFile): Promise<void>;
  /** Throws away what was received and not kept; what was kept stays. */
  discard(file: ReceivedFile): Promise<void>;
  /** Undefined where no such content is kept. The reader closes by reading to the end or destroying. */
  open(sha256: string): Promise<{ readonly size: number; readonly bytes: Readable } | undefined>;
  /** Removes what was received or kept before `before` and is not used; gives how many files went. */
  sweep(before: Date, usedOf: (hashes: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>;
}
