import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { SupervisionMember } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { useAnswer } from '../../shared/use-answer.js';

interface TeamFieldProps {
  readonly value: readonly SupervisionMember[];
  readonly onChange: (members: readonly SupervisionMember[]) => void;
  /** Who is of the team in any case. */
  readonly always?: string | undefined;
}

/** The members of a team, chosen among the auditors of the administration. */
export function TeamField({ value, onChange, always }: TeamFieldProps) {
  const text = useText();
  const { data, isPending } = useAnswer<{ readonly items: readonly SupervisionMember[] }>(
    '/supervisions/auditors',
  );
  return (
    <Autocomplete<SupervisionMember, true>
      multiple
      value={[...value]}
      options={(data?.items ?? []).filter(({ id }) => id !== always)}
      loading={isPending}
      filterSelectedOptions
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={text('resources.supervisions.noAuditor')}
      loadingText={text('shell.work.loading')}
      onChange={(_event, members) => onChange(members)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={text('resources.supervisions.fields.members')}
          helperText={text(
            always === undefined ? 'resources.supervisions.membersHelp' : 'resources.supervisions.openerHelp',
          )}
        />
      )}
    />
  );
}
