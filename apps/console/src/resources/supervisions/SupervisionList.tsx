import Button from '@mui/material/Button';
import { formatDay, type SupervisionItem } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { ListPage } from '../../shared/ListPage.js';
import type { Column } from '../../shared/column.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { TaskCounts } from '../conclusions/TaskCounts.js';
import { SupervisionState } from './SupervisionState.js';

export default function SupervisionList() {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('supervisions.conduct');
  const address = useListAddress({ sort: 'heldOn', order: 'DESC' });
  const field = (name: 'title' | 'unit' | 'heldOn' | 'state' | 'requirements' | 'recommendations') =>
    text(`resources.supervisions.fields.${name}`);
  const unitNames = ({ units }: SupervisionItem) =>
    units.map(({ names }) => nameIn(names, language)).join(', ');
  const columns: readonly Column<SupervisionItem>[] = [
    {
      name: 'title',
      label: field('title'),
      sortable: true,
      link: true,
      render: ({ title }) => title,
      renderAside: ({ illustrative }) => illustrative && <IllustrativeMark />,
    },
    { name: 'unit', label: field('unit'), render: unitNames },
    {
      name: 'heldOn',
      whole: true,
      label: field('heldOn'),
      sortable: true,
      render: ({ heldOn }) => formatDay(heldOn),
    },
    {
      name: 'requirements',
      label: field('requirements'),
      render: ({ requirements }) => <TaskCounts tasks={requirements} />,
    },
    {
      name: 'recommendations',
      label: field('recommendations'),
      wideOnly: true,
      render: ({ recommendations: { done, total } }) => (total === 0 ? '–' : `${done}/${total}`),
    },
    {
      name: 'state',
      label: field('state'),
      sortable: true,
      render: (item) => <SupervisionState supervision={item} />,
    },
  ];
  return (
    <ListPage
      resource="supervisions"
      address={address}
      columns={columns}
      search={text('resources.supervisions.search')}
      filters={['state', 'unitId']}
      choices={
        <AddressSelect
          address={address}
          name="state"
          label={field('state')}
          all={text('resources.supervisions.allStates')}
          choices={(['open', 'presented'] as const).map((value) => ({
            value,
            label: text(`resources.supervisions.states.${value}`),
          }))}
        />
      }
      actions={
        permitted && (
          <Button component={Link} to="/supervisions/create" variant="contained">
            {text('resources.supervisions.create')}
          </Button>
        )
      }
      {...(!permitted && { emptyHint: text('resources.supervisions.emptyHintReader') })}
      renderPhone={(item) => (
        <PhoneRow
          primary={item.title}
          secondary={
            <>
              {unitNames(item)} · {formatDay(item.heldOn)}
              <div style={{ marginTop: 4 }}>
                <SupervisionState supervision={item} />
              </div>
            </>
          }
        />
      )}
    />
  );
}
