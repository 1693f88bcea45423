import type { DecidedRange, Language } from '@nhip/contracts';
import type { Text } from '../../../i18n/use-text.js';
import { pointsText } from './points.js';

/** Between which points one decides, in words: at most so many, or of a penalty from below zero to 0. */
export function rangeText({ lowest, highest }: DecidedRange, text: Text, language: Language): string {
  if (lowest === '0') return text('resources.scores.appraisal.max', { max: pointsText(highest, language) });
  if (lowest === null) return text('resources.scores.appraisal.taken');
  return text('resources.scores.appraisal.takenTo', { lowest: pointsText(lowest, language) });
}
