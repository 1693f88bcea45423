import { useStore } from 'ra-core';
import { appearance, type Appearance } from './tokens.js';

/** Light or dark, remembered on this machine; the sign-in page reads the same entry of the store. */
export function useAppearance() {
  return useStore<Appearance>('theme', appearance());
}
