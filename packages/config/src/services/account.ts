import { execFileSync, spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';

/** Who PostgreSQL runs as; undefined is the account of this process. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

const identify = (name: string): Account | undefined => {
  try {
    const number = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { name, uid: number('-u'), gid: number('-g') };
  } catch {
    return undefined;
  }
};

const ownerOf = (folder: string): Account | undefined => {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory() || found.uid === 0) return undefined;
  const name = spawnSync('id', ['-nu', String(found.uid)], { encoding: 'utf8' }).stdout?.trim();
  return { name: name || `account ${found.uid}`, uid: found.uid, gid: found.gid };
};

/**
 * PostgreSQL refuses to run as root. Root lends it the account that already owns one of the given data folders,
 * else `postgres`, else `nobody`; none is ever created.
 */
export function accountForPostgres(dataFolders: readonly string[]): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const folder of dataFolders) {
    const owner = ownerOf(folder);
    if (owner) return owner;
  }
  const account = identify('postgres') ?? identify('nobody');
  if (!account || account.uid === 0) {
    throw new Error(
      'PostgreSQL does not run as root, and there is neither an account "postgres" nor "nobody": start as an ordinary user.',
    );
  }
  return account;
}

/** Whether the account may enter the folder, by trying: modes alone miss ACLs and mounts. */
export function canEnter(folder: string, account: Account): boolean {
  const { uid, gid } = account;
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0
  );
}
