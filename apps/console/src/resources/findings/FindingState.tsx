import type { FindingImportance, FindingView } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';

interface Look {
  readonly shape: StateShape;
  readonly tone: StateTone;
}

const importances = {
  error: { shape: 'triangle', tone: 'late' },
  warning: { shape: 'half', tone: 'soon' },
  notice: { shape: 'ring', tone: 'info' },
} as const satisfies Record<FindingImportance, Look>;

const states = {
  open: { shape: 'ring', tone: 'soon' },
  explained: { shape: 'half', tone: 'info' },
  settled: { shape: 'tick', tone: 'good' },
  void: { shape: 'cross', tone: 'quiet' },
} as const satisfies Record<FindingView['state'], Look>;

export function FindingImportanceChip({ importance }: Pick<FindingView, 'importance'>) {
  const text = useText();
  return (
    <StateChip label={text(`resources.findings.importances.${importance}`)} {...importances[importance]} />
  );
}

export function FindingStateChip({ state }: Pick<FindingView, 'state'>) {
  const text = useText();
  return <StateChip label={text(`resources.findings.states.${state}`)} {...states[state]} />;
}
