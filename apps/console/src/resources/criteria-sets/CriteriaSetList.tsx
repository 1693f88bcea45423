import Button from '@mui/material/Button';
import { formatInstant, type CriteriaSetItem } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { VersionStatus } from './VersionStatus.js';

export default function CriteriaSetList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('criteria.manage');
  const address = useListAddress({ sort: 'name' });
  const columns: readonly Column<CriteriaSetItem>[] = [
    {
      name: 'name',
      label: text('resources.criteria-sets.fields.names'),
      sortable: true,
      link: true,
      render: ({ names }) => nameIn(names, language),
    },
    {
      name: 'code',
      whole: true,
      label: text('resources.criteria-sets.fields.code'),
      sortable: true,
      render: ({ code }) => code,
    },
    {
      name: 'status',
      whole: true,
      label: text('resources.criteria-sets.fields.version'),
      render: (set) => <Newest set={set} />,
    },
    {
      name: 'issuedAt',
      whole: true,
      label: text('resources.criteria-sets.fields.issuedAt'),
      render: ({ versions }) => {
        const at = versions.find(({ issuedAt }) => issuedAt !== null)?.issuedAt;
        return at ? formatInstant(at).slice(0, 10) : '–';
      },
    },
    {
      name: 'ready',
      label: text('resources.criteria-sets.fields.owner'),
      wideOnly: true,
      render: ({ ready }) => text(ready ? 'resources.criteria-sets.ready' : 'resources.criteria-sets.own'),
    },
    {
      name: 'indicators',
      label: text('resources.criteria-sets.fields.indicators'),
      numeric: true,
      render: ({ indicators }) => indicators,
    },
  ];
  return (
    <ListPage
      resource="criteria-sets"
      address={address}
      columns={columns}
      search={text('resources.criteria-sets.search')}
      actions={
        permitted && (
          <>
            <Button component={Link} to="/criteria-sets/import">
              {text('resources.criteria-sets.import.title')}
            </Button>
            <Button component={Link} to="/criteria-sets/create" variant="contained">
              {text('resources.criteria-sets.create')}
            </Button>
          </>
        )
      }
      renderPhone={({ names, code, indicators, versions }) => (
        <PhoneRow
          primary={nameIn(names, language)}
          secondary={`${code} · ${text('resources.criteria-sets.countIndicators', { smart_count: indicators })}`}
          end={versions[0] && <VersionStatus status={versions[0].status} />}
        />
      )}
    />
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
