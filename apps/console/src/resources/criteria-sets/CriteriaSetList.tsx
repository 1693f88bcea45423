import Button from '@mui/material/Button';
import { formatInstant, type CriteriaSetItem } from '@nhip/contracts';
import { DataTable } from 'react-admin';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { ListPage } from '../../shared/ListPage.js';
import { Columns, ListTable } from '../../shared/ListTable.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { VersionStatus } from './VersionStatus.js';

export default function CriteriaSetList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('criteria.manage');
  const create = permitted && (
    <Button component={Link} to="/criteria-sets/create" variant="contained">
      {text('resources.criteria-sets.create')}
    </Button>
  );
  return (
    <ListPage
      resource="criteria-sets"
      title={text('resources.criteria-sets.name', { smart_count: 2 })}
      purpose={text('resources.criteria-sets.purpose')}
      search={text('resources.criteria-sets.search')}
      sort={{ field: 'name', order: 'ASC' }}
      filters={<Columns />}
      actions={create}
      empty={
        <EmptyState
          title={text('resources.criteria-sets.empty')}
          hint={text('resources.criteria-sets.emptyHint')}
        />
      }
    >
      <ListTable<CriteriaSetItem> phone={SetRow}>
        <DataTable.Col
          source="name"
          label={text('resources.criteria-sets.fields.names')}
          render={({ names }: CriteriaSetItem) => (
            <strong style={{ fontWeight: 500 }}>{nameIn(names, language)}</strong>
          )}
        />
        <DataTable.Col source="code" label={text('resources.criteria-sets.fields.code')} />
        <DataTable.Col
          source="status"
          disableSort
          label={text('resources.criteria-sets.fields.version')}
          render={(set: CriteriaSetItem) => <Newest set={set} />}
        />
        <DataTable.Col
          source="issuedAt"
          disableSort
          label={text('resources.criteria-sets.fields.issuedAt')}
          render={({ versions }: CriteriaSetItem) => {
            const at = versions.find(({ issuedAt }) => issuedAt !== null)?.issuedAt;
            return at ? formatInstant(at).slice(0, 10) : '–';
          }}
        />
        <DataTable.Col
          source="ready"
          disableSort
          label={text('resources.criteria-sets.fields.owner')}
          render={({ ready }: CriteriaSetItem) =>
            text(ready ? 'resources.criteria-sets.ready' : 'resources.criteria-sets.own')
          }
        />
        <DataTable.NumberCol
          source="indicators"
          disableSort
          label={text('resources.criteria-sets.fields.indicators')}
        />
      </ListTable>
    </ListPage>
  );
}

function Newest({ set: { versions } }: { set: CriteriaSetItem }) {
  const text = useText();
  const newest = versions[0];
  if (newest === undefined) return '–';
  return (
    <>
      {text('resources.criteria-sets.version', { number: newest.version })}{' '}
      <VersionStatus status={newest.status} />
    </>
  );
}

function SetRow({ item }: { item: CriteriaSetItem }) {
  const text = useText();
  const language = useLanguage();
  return (
    <PhoneRow
      primary={nameIn(item.names, language)}
      secondary={`${item.code} · ${text('resources.criteria-sets.countIndicators', { smart_count: item.indicators })}`}
      end={item.versions[0] && <VersionStatus status={item.versions[0].status} />}
    />
  );
}
