import type { Language } from '@nhip/contracts';
import { useLocale, useTranslate } from 'ra-core';
import { useCallback } from 'react';
import type { Messages } from './vi.js';

type KeysOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : T[K] extends object ? `${K}.${KeysOf<T[K]>}` : never;
}[keyof T & string];

/** Every key of the console's own words, so that a wrong one does not compile. */
export type TextKey = KeysOf<Pick<Messages, 'shell' | 'home' | 'parts' | 'resources'>>;
export type TextParams = Readonly<Record<string, string | number>>;
export type Text = (key: TextKey, params?: TextParams) => string;

export function useText(): Text {
  const translate = useTranslate();
  return useCallback((key, params) => translate(key, params), [translate]);
}

export const useLanguage = (): Language => (useLocale() === 'en' ? 'en' : 'vi');
