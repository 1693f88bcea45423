import Chip from '@mui/material/Chip';
import type { ProcedureDetail } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useAnswer } from '../../shared/use-answer.js';
import type { ListAddress } from '../../shared/use-list-address.js';

/** Says that a list shows one state of a procedure only, and takes it off; the diagram of the procedure leads here. */
export function OnlyState({ address }: { readonly address: ListAddress }) {
  const text = useText();
  const language = useLanguage();
  const [state, procedure] = [address.filter('state'), address.filter('procedure')];
  const { data } = useAnswer<ProcedureDetail>(
    state === '' || !/^[0-9a-f-]{36}$/.test(procedure) ? undefined : `/procedures/${procedure}`,
  );
  if (state === '') return null;
  const names = data?.definition.states[state]?.names;
  return (
    <Chip
      size="small"
      label={text('resources.procedures.onlyState', { state: names ? nameIn(names, language) : state })}
      onDelete={() => address.set({ state: '', procedure: '' })}
    />
  );
}
