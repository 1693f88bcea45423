import { useText } from '../../i18n/use-text.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { SideDrawer } from '../../shared/SideDrawer.js';
import { useEvidence, type EvidenceOf } from './evidence-of.js';
import { Evidence } from './EvidencePanel.js';

/** The evidence of one figure, beside the form it stands in. */
export function EvidenceDrawer({ of, name, onClose }: { of: EvidenceOf; name: string; onClose: () => void }) {
  const text = useText();
  const { data, error } = useEvidence(of);
  return (
    <SideDrawer
      title={text('parts.evidence.ofFigure', { name })}
      closeLabel={text('parts.evidence.close')}
      onClose={onClose}
    >
      {error !== null && <ProblemAlert problem={error} />}
      {data && <Evidence of={of} page={data} />}
    </SideDrawer>
  );
}
