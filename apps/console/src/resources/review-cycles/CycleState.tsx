import type { ReviewCycleItem } from '@nhip/contracts';
import { useLanguage } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';

/** States of the ready procedures, for the filter; a state itself brings its own words. */
export const cycleStates = [
  'prepared',
  'collecting',
  'explaining',
  'conferring',
  'following-up',
  'closed',
  'withdrawn',
] as const;

const looks: Readonly<Record<string, { readonly shape: StateShape; readonly tone: StateTone }>> = {
  prepared: { shape: 'ring', tone: 'quiet' },
  closed: { shape: 'tick', tone: 'good' },
  withdrawn: { shape: 'cross', tone: 'quiet' },
};

/** Where a cycle stands, in the words of its procedure; late where the present deadline has passed. */
export function CycleState({ cycle }: { cycle: Pick<ReviewCycleItem, 'state' | 'stateNames' | 'deadline'> }) {
  const language = useLanguage();
  const running = cycle.deadline?.overdue
    ? ({ shape: 'triangle', tone: 'late' } as const)
    : ({ shape: 'disc', tone: 'info' } as const);
  return <StateChip label={nameIn(cycle.stateNames, language)} {...(looks[cycle.state] ?? running)} />;
}
