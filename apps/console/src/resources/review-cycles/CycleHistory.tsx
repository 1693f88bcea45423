import type { ReviewCycleView } from '@nhip/contracts';
import { useTranslate } from 'ra-core';
import { useLanguage } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { cycleChanges, type CycleWords } from './cycle-changes.js';
import { useParticipants } from './use-participants.js';

/** The history of a cycle, with units and stages by name. */
export function CycleHistory({ cycle }: { cycle: ReviewCycleView }) {
  const language = useLanguage();
  const translate = useTranslate();
  const { data } = useParticipants(cycle.id);
  const units = new Map(data?.map(({ unitId, names }) => [unitId, nameIn(names, language)]));
  const stages = new Map(cycle.stages.map(({ stage, names }) => [stage, nameIn(names, language)]));
  const words: CycleWords = {
    unit: (id) => units.get(id) ?? id,
    stage: (name) => stages.get(name) ?? translate(`resources.review-cycles.states.${name}`, { _: name }),
    field: (name) => translate(`resources.review-cycles.fields.${name}`, { _: name }),
    list: (names) => names.join(', '),
  };
  return (
    <HistoryTimeline
      subjectKind="review-cycle"
      subjectId={cycle.id}
      resource="review-cycles"
      changes={(item) => cycleChanges(item, words)}
    />
  );
}
