import Box from '@mui/material/Box';
import {
  findingImportances,
  findingStates,
  type FindingView,
  type Page,
  type ReviewCycleView,
} from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { AddressSearch, AddressSelect } from '../../shared/AddressFilters.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { PhoneRow } from '../../shared/ListTable.js';
import { PagedTable, type Column } from '../../shared/PagedTable.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';

const importances: Readonly<
  Record<FindingView['importance'], { readonly shape: StateShape; readonly tone: StateTone }>
> = {
  error: { shape: 'triangle', tone: 'late' },
  warning: { shape: 'half', tone: 'soon' },
  notice: { shape: 'disc', tone: 'quiet' },
};

/** What the checks found in the figures, one sentence each with its arithmetic, and the answer to it. */
export function CycleFindings({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ sort: 'importance' });
  const answer = useAnswer<Page<FindingView>>('/findings', {
    ...address.query('state', 'importance'),
    cycleId: cycle.id,
  });
  const label = (name: 'unit' | 'state' | 'importance' | 'finding') =>
    text(`resources.review-cycles.fields.${name}`);
  const unitOf = ({ unit }: FindingView) =>
    unit ? nameIn(unit.names, language) : text('resources.review-cycles.wholeCycle');
  const importance = (item: FindingView) => (
    <StateChip
      label={text(`resources.review-cycles.importances.${item.importance}`)}
      {...importances[item.importance]}
    />
  );
  const columns: readonly Column<FindingView>[] = [
    { name: 'importance', label: label('importance'), sortable: true, render: importance },
    { name: 'unit', label: label('unit'), sortable: true, render: unitOf },
    { name: 'finding', label: label('finding'), render: (item) => <Words item={item} /> },
    {
      name: 'state',
      label: label('state'),
      render: ({ state }) => text(`resources.review-cycles.findingStates.${state}`),
    },
  ];
  return (
    <>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
        <AddressSearch address={address} label={text('resources.review-cycles.searchFindings')} />
        <AddressSelect
          address={address}
          name="importance"
          label={label('importance')}
          all={text('resources.review-cycles.allImportances')}
          choices={findingImportances.map((value) => ({
            value,
            label: text(`resources.review-cycles.importances.${value}`),
          }))}
        />
        <AddressSelect
          address={address}
          name="state"
          label={label('state')}
          all={text('resources.review-cycles.allStates')}
          choices={findingStates.map((value) => ({
            value,
            label: text(`resources.review-cycles.findingStates.${value}`),
          }))}
        />
      </Box>
      <Sheet>
        <PagedTable
          columns={columns}
          answer={answer}
          address={address}
          filters={['state', 'importance']}
          keyOf={({ id }) => id}
          renderPhone={(item) => (
            <PhoneRow primary={unitOf(item)} secondary={<Words item={item} />} end={importance(item)} />
          )}
          empty={
            <EmptyState
              title={text('resources.review-cycles.noFindings')}
              hint={text('resources.review-cycles.noFindingsHint')}
            />
          }
        />
      </Sheet>
    </>
  );
}

function Words({ item }: { item: FindingView }) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      {nameIn(item.message, language)}
      {item.answer && (
        <Box sx={{ color: 'text.secondary' }}>
          {text('resources.review-cycles.answer')}: {item.answer.text}
        </Box>
      )}
    </>
  );
}
