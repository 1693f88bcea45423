import { createHash, randomBytes, randomInt } from 'node:crypto';

/** 256 random bits; the bearer holds the text, the database its hash only. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Without signs that are taken for each other when read from paper: 0 O o, 1 I l. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password to be handed over once and changed at the first sign-in: four groups of four, 93 bits. */
export const newInitialPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
  ).join('-');
