import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderStore } from './folder-store.js';

let folder: string;
let store: FolderStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhip-store-'));
  store = new FolderStore(join(folder, 'evidence'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const stream = async function* (...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk);
};
const receive = (...chunks: string[]) => store.receive(stream(...chunks), 100);
const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
const kept = async (content: string): Promise<string> => {
  await store.keep(await receive(content));
  return hashOf(content);
};
const read = async (hash: string) => {
  const file = await store.open(hash);
  return file && (await text(file.bytes));
};
const filesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
const later = () => new Date(Date.now() + 60_000);
const nothingUsed = async () => new Set<string>();

describe('a folder of files', () => {
  it('takes a file in pieces and gives it back under its hash', async () => {
    const received = await receive('Biên bản ', 'số 1');
    expect(received).toMatchObject({ size: 18, sha256: hashOf('Biên bản số 1') });
    expect(await store.open(received.sha256)).toBeUndefined();
    await store.keep(received);
    await store.discard(received);
    expect(await read(received.sha256)).toBe('Biên bản số 1');
  });

  it('keeps the same content once', async () => {
    await Promise.all([kept('same'), kept('same'), kept('same')]);
    expect(await filesIn()).toEqual([hashOf('same')]);
  });

  it('leaves nothing of what is too large, breaks off or is discarded', async () => {
    await expect(receive('x'.repeat(60), 'y'.repeat(60))).rejects.toMatchObject({
      code: 'EVIDENCE_TOO_LARGE',
    });
    const broken = async function* () {
      yield Buffer.from('begun');
      throw new Error('the line went dead');
    };
    await expect(store.receive(broken(), 100)).rejects.toThrow('the line went dead');
    await store.discard(await receive('not wanted'));
    expect(await filesIn()).toEqual([]);
  });

  it.each(['../../etc/passwd', 'x', '', `${'a'.repeat(63)}/`])(
    'opens nothing by a name that is no hash: %j',
    async (name) => {
      expect(await store.open(name)).toBeUndefined();
    },
  );

  it('sweeps what is old and not used, and only that', async () => {
    const used = await kept('used');
    await kept('not used');
    await receive('came in and was forgotten');
    expect(await store.sweep(new Date(Date.now() - 60_000), nothingUsed)).toBe(0);
    expect(await store.sweep(later(), async () => new Set([used]))).toBe(2);
    expect(await filesIn()).toEqual([used]);
  });

  it('gives a content back that is wanted again while it is swept', async () => {
    const hash = await kept('wanted');
    let asked = 0;
    const wantedMeanwhile = async () => new Set((asked += 1) > 1 ? [hash] : []);
    expect(await store.sweep(later(), wantedMeanwhile)).toBe(0);
    expect(await read(hash)).toBe('wanted');
  });

  it('gives a content back that was kept again while it is swept', async () => {
    const hash = await kept('kept again');
    const [path] = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(hash));
    await utimes(join(folder, path ?? ''), 0, 0);
    const keptMeanwhile = async () => {
      await kept('kept again');
      return new Set<string>();
    };
    expect(await store.sweep(new Date(Date.now() - 60_000), keptMeanwhile)).toBe(0);
    expect(await read(hash)).toBe('kept again');
  });

  it('ends at nothing where several sweep at once', async () => {
    for (const content of ['a', 'b', 'c', 'd']) await kept(content);
    const gone = await Promise.all([1, 2, 3].map(() => store.sweep(later(), nothingUsed)));
    expect(gone.reduce((sum, one) => sum + one)).toBeGreaterThanOrEqual(4);
    expect(await filesIn()).toEqual([]);
  });
});
