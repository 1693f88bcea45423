// Where evidence files go: a file system small enough to be filled up, where this machine lets us mount one.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

const SIZE = 32 * 1024 * 1024;
const PIECE = Buffer.alloc(64 * 1024, 1);

export class EvidenceFolder {
  constructor(folder) {
    this.path = join(folder, 'evidence');
    mkdirSync(this.path, { recursive: true });
    /** Mounting takes Linux and root. */
    this.small = mounted(this.path);
    this.ballast = join(this.path, 'ballast');
  }

  /** Not a byte is left. */
  async fill() {
    const file = await open(this.ballast, 'a');
    try {
      for (let size = PIECE.length; size >= 1;)
        size = await file.appendFile(PIECE.subarray(0, size)).then(() => size, half(size));
    } finally {
      await file.close();
    }
  }

  clear() {
    return rm(this.ballast, { force: true });
  }

  close() {
    if (this.small) spawnSync('umount', ['--lazy', this.path]);
  }
}

const mounted = (path) =>
  process.platform === 'linux' &&
  process.getuid() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'nhip-faults', path]).status === 0;

const half = (size) => (error) => {
  if (error.code !== 'ENOSPC') throw error;
  return Math.floor(size / 2);
};
