import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, accountForPostgres, canEnter } from './account.js';

/** Where one cluster lives: `home/data` belongs to the account, everything else in `home` to whoever starts it. */
export interface PostgresHome {
  home: string;
  dataFolder: string;
  logFile: string;
  account: Account | undefined;
  superuserPassword: string;
}

/** Kept over a restart of the machine, unlike /tmp. */
const outside = ['/var/lib/nhip', '/var/tmp/nhip'];

function makeOwnFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const made = lstatSync(folder);
  // Someone else's folder or link under a guessable name would hand them the database.
  if (!made.isDirectory() || made.uid !== process.getuid?.())
    throw new Error(`${folder} belongs to someone else: remove it, or start as its owner.`);
  chmodSync(folder, 0o711); // whatever the umask: the account passes through to its data, and sees nothing else
}

/** The home outside the checkout: named after it, so that the next start finds it again. */
function outsideHome(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const places = outside.map((parent) => join(parent, name));
  const known = places.find((place) => existsSync(place));
  if (known) return known;
  for (const place of places) {
    try {
      makeOwnFolder(join(place, '..'));
      return place;
    } catch {
      // A read-only or missing parent: the next one.
    }
  }
  throw new Error(
    `None of ${outside.join(', ')} can be made: let the account PostgreSQL runs as enter ${folder}.`,
  );
}

function keepPassword(file: string): string {
  if (!existsSync(file))
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}

/** Root put the data there, from a backup say: the account must own it. */
function lend(folder: string, { uid, gid }: Account): void {
  for (const each of readdirSync(folder, { recursive: true }))
    lchownSync(join(folder, String(each)), uid, gid);
  chownSync(folder, uid, gid);
}

/** Finds or makes the home of the cluster that belongs to `folder`. */
export function preparePostgresHome(folder: string): PostgresHome {
  mkdirSync(folder, { recursive: true });
  const place = realpathSync(folder);
  const inside = join(place, 'postgres');
  let home = inside;
  let account: Account | undefined;
  if (process.getuid?.() === 0) {
    const elsewhere = outsideHome(place);
    account = accountForPostgres([join(inside, 'data'), join(elsewhere, 'data')]);
    const found = [inside, elsewhere].find((candidate) => existsSync(join(candidate, 'data')));
    home = found ?? (account && canEnter(place, account) ? inside : elsewhere);
  }
  makeOwnFolderUnlessLent(home, account);
  const logFile = join(home, 'postgres.log');
  if (!existsSync(logFile)) writeFileSync(logFile, '', { mode: 0o600 });
  if (account) chownSync(logFile, account.uid, account.gid);
  const dataFolder = join(home, 'data');
  if (account && lstatSync(dataFolder, { throwIfNoEntry: false })?.uid === 0) lend(dataFolder, account);
  const superuserPassword = keepPassword(join(home, 'superuser.password'));
  return { home, dataFolder, logFile, account, superuserPassword };
}

/** Root may start what an ordinary user began: then the home stays that user's. */
function makeOwnFolderUnlessLent(home: string, account: Account | undefined): void {
  if (account && lstatSync(home, { throwIfNoEntry: false })?.uid === account.uid) return;
  makeOwnFolder(home);
}
