import { formatInstant } from '@nhip/contracts';
import { useText } from '../i18n/use-text.js';
import { useMe } from '../session/SessionContext.js';

/** On paper only: of which moment the figures are (business time, from the server), and how they were chosen. */
export function PrintHeader({ chosen = [] }: { chosen?: readonly string[] }) {
  const text = useText();
  const me = useMe();
  return (
    <p className="print-only">
      {[text('shell.print.asOf', { at: formatInstant(me.demoClock?.at ?? me.now) }), ...chosen].join(' · ')}
    </p>
  );
}
