import { hash, verify, type Algorithm } from '@node-rs/argon2';
import { newToken } from './domain/tokens.js';

/** The library declares its enum for the compiler only; 2 is argon2id. */
const ARGON2ID = 2 as Algorithm.Argon2id;

/** OWASP's smallest setting for argon2id: 19 MiB, two passes, one lane. A hash made with others is made again. */
const parameters = { algorithm: ARGON2ID, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };
const CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$';

/** PHC text. The password is taken as NFC, so that it does not matter which keyboard made its marks. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), parameters);

export const needsRehash = (passwordHash: string): boolean => !passwordHash.startsWith(CURRENT);

let nobody: Promise<string> | undefined;

/** False also where there is no hash, after the same work: who is unknown cannot be told from the time it takes. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword(newToken());
  const right = await verify(passwordHash ?? (await nobody), password.normalize('NFC'));
  return right && passwordHash !== undefined;
}
