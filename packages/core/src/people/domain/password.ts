import { PASSWORD_MAX, PASSWORD_MIN } from '@nhip/contracts';
import { accept, refuse, type Outcome } from '../../shared/index.js';
import { commonPasswords } from './common-passwords.js';

/**
 * Whether a password may be set: long enough, not one of the commonest, not built on the user name. No rule about
 * kinds of characters and no expiry: both make people choose worse ones.
 */
export function checkNewPassword(password: string, userName: string): Outcome<string> {
  const text = password.normalize('NFC');
  if ([...text].length < PASSWORD_MIN) return refuse('PASSWORD_TOO_SHORT', { min: String(PASSWORD_MIN) });
  if ([...text].length > PASSWORD_MAX) return refuse('PASSWORD_TOO_LONG', { max: String(PASSWORD_MAX) });
  const plain = text.toLowerCase();
  if (commonPasswords.has(plain) || isTrivial(plain)) return refuse('PASSWORD_COMMON');
  const name = userName.toLowerCase().split('@')[0] ?? '';
  if (name.length >= 3 && plain.includes(name)) return refuse('PASSWORD_HAS_USER_NAME');
  return accept(text);
}

/** One sign or a short group over and over, or a run along the digits or the alphabet. */
function isTrivial(plain: string): boolean {
  return /^(.{1,3})\1+.{0,2}$/u.test(plain) || isRun(plain, 1) || isRun(plain, -1);
}

const isRun = (text: string, step: number): boolean =>
  [...text].every(
    (sign, at, all) => at === 0 || sign.charCodeAt(0) - (all[at - 1] ?? '').charCodeAt(0) === step,
  );
