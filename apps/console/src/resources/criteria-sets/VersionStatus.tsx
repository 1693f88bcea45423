import type { CriteriaSetItem } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { StateChip } from '../../shared/StateChip.js';

const looks = {
  draft: { shape: 'ring', tone: 'quiet' },
  issued: { shape: 'tick', tone: 'good' },
  retired: { shape: 'pause', tone: 'quiet' },
} as const;

export function VersionStatus({ status }: { status: CriteriaSetItem['versions'][number]['status'] }) {
  const text = useText();
  return <StateChip label={text(`resources.criteria-sets.statuses.${status}`)} {...looks[status]} />;
}
