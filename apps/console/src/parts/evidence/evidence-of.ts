import type { EvidenceItem, EvidencePage, EvidenceSubject } from '@nhip/contracts';
import { useAnswer } from '../../shared/use-answer.js';

/** One figure of a submission. */
interface EvidenceCell {
  readonly element: string;
  readonly month: string | null;
}

export interface EvidenceOf {
  readonly subjectKind: EvidenceSubject;
  readonly subjectId: string;
  readonly cell?: EvidenceCell;
}

export const isOfCell = (item: EvidenceItem, { element, month }: EvidenceCell): boolean =>
  item.element === element && item.month === month;

/** The evidence of one record: what is there, and whether the reader may give more. */
export const useEvidence = ({ subjectKind, subjectId }: EvidenceOf) =>
  useAnswer<EvidencePage>('/evidence', { subjectKind, subjectId });
