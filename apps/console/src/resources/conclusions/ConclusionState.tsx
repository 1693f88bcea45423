import type { ConclusionListItem } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { StateChip } from '../../shared/StateChip.js';

const looks = {
  draft: { shape: 'ring', tone: 'quiet' },
  issued: { shape: 'tick', tone: 'good' },
  discarded: { shape: 'cross', tone: 'quiet' },
} as const;

export function ConclusionState({ state }: Pick<ConclusionListItem, 'state'>) {
  return <StateChip label={useText()(`resources.conclusions.states.${state}`)} {...looks[state]} />;
}
