import { formatInstant } from '@nhip/contracts';
import { useText } from '../i18n/use-text.js';
import { useMe } from '../session/SessionContext.js';

/** On paper only: of which moment the figures are. Business time, from the server. */
export function PrintHeader() {
  const text = useText();
  const me = useMe();
  return (
    <p className="print-only">
      {text('shell.print.asOf', { at: formatInstant(me.demoClock?.at ?? me.now) })}
    </p>
  );
}
