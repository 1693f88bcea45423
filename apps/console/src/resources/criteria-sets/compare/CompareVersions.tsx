import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { CriteriaSetItem, CriteriaSetVersionView } from '@nhip/contracts';
import { Link, useSearchParams } from 'react-router-dom';
import { LoadingPage } from '../../../app/LoadingPage.js';
import { PageError } from '../../../app/PageError.js';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { EmptyState } from '../../../shared/EmptyState.js';
import { PageTitle } from '../../../shared/PageTitle.js';
import { PrintHeader } from '../../../shared/PrintHeader.js';
import { RecordPage } from '../../../shared/RecordPage.js';
import { Sheet } from '../../../shared/Sheet.js';
import { useAnswer } from '../../../shared/use-answer.js';
import { Changes } from './Changes.js';

/** Two versions of a set side by side: what was added, taken out, changed. The address names both. */
export default function CompareVersions() {
  return <RecordPage<CriteriaSetItem> resource="criteria-sets">{(set) => <Compared set={set} />}</RecordPage>;
}

function Compared({ set }: { readonly set: CriteriaSetItem }) {
  const text = useText();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const [newest, older] = set.versions;
  const to = params.get('to') ?? newest?.id;
  const from = params.get('from') ?? older?.id ?? newest?.id;
  const before = useAnswer<CriteriaSetVersionView>(from && `/criteria-set-versions/${from}`);
  const after = useAnswer<CriteriaSetVersionView>(to && `/criteria-set-versions/${to}`);
  const error = before.error ?? after.error;
  if (error) return <PageError error={error} />;
  if (before.data === undefined || after.data === undefined) return <LoadingPage />;
  const choice = (name: 'from' | 'to', value: string | undefined) => (
    <TextField
      select
      margin="none"
      label={text(`resources.criteria-sets.compare.${name === 'from' ? 'before' : 'after'}`)}
      value={value}
      onChange={(event) =>
        setParams(
          { from: from ?? '', to: to ?? '', [name]: event.target.value },
          { replace: true, preventScrollReset: true },
        )
      }
      sx={{ width: 250 }}
    >
      {set.versions.map(({ id, version, status }) => (
        <MenuItem key={id} value={id}>
          {text('resources.criteria-sets.version', { number: version })} ·{' '}
          {text(`resources.criteria-sets.statuses.${status}`)}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <>
      <PageTitle
        title={text('resources.criteria-sets.compare.title')}
        subtitle={`${nameIn(set.names, language)} (${set.code})`}
      >
        {choice('from', from)}
        {choice('to', to)}
        <Button component={Link} to={`/criteria-sets/${set.id}/show`}>
          {text('resources.criteria-sets.editor.toSet')}
        </Button>
      </PageTitle>
      <PrintHeader />
      <Sheet>
        {from === to ? (
          <NothingToCompare set={set} />
        ) : (
          <Box sx={{ px: 2, py: 1 }}>
            <Changes before={before.data.content} after={after.data.content} />
          </Box>
        )}
      </Sheet>
    </>
  );
}

/** A version stands on both sides: there is no other, or another has to be chosen. */
function NothingToCompare({ set }: { readonly set: CriteriaSetItem }) {
  const text = useText();
  const only = set.versions.length < 2;
  const hint = !only ? 'chooseOther' : set.ready ? 'onlyOneReady' : 'onlyOne';
  return (
    <EmptyState
      title={text(`resources.criteria-sets.compare.${only ? 'oneVersion' : 'sameVersion'}`)}
      hint={text(`resources.criteria-sets.compare.${hint}`)}
    />
  );
}
