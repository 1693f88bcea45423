import type { CreatedAccount } from '@nhip/contracts';
import { newInitialPassword } from '../domain/tokens.js';
import { hashPassword } from '../password-hashing.js';

/**
 * Initial passwords by user name, hashed before any transaction begins. They stay out of what the unit of work
 * stores as the command's answer: `reveal` adds them to accounts written in this run, and a repeated command, which
 * writes nothing, answers without them.
 */
export async function initialPasswords(userNames: readonly string[]) {
  const passwords = new Map(userNames.map((userName) => [userName, newInitialPassword()]));
  const hashes = new Map<string, string>();
  await Promise.all(
    [...passwords].map(async ([userName, password]) => hashes.set(userName, await hashPassword(password))),
  );
  let written = false;
  return {
    prepare(userName: string) {
      const passwordHash = hashes.get(userName);
      if (passwordHash === undefined) throw new Error('No initial password was made for this name.');
      return { passwordHash, mustChangePassword: true };
    },
    noteWritten<Result>(result: Result): Result {
      written = true;
      return result;
    },
    reveal: <Account extends Pick<CreatedAccount, 'userName'>>(accounts: readonly Account[]) =>
      accounts.map((account) => ({
        ...account,
        ...(written && { initialPassword: passwords.get(account.userName) }),
      })),
  };
}
