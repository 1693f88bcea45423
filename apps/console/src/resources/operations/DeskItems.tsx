import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  formatInstant,
  roleLabels,
  troubles,
  type DeskItem,
  type DeskPage,
  type Language,
  type Trouble,
} from '@nhip/contracts';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import type { Column } from '../../shared/column.js';
import { AddressSearch } from '../../shared/AddressFilters.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { PagedTable } from '../../shared/PagedTable.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';
import type { ListAddress } from '../../shared/use-list-address.js';
import { ItemDialog } from './ItemDialog.js';
import { useLiveAnswer } from './use-live-answer.js';

const looks: Readonly<Record<Trouble, { readonly shape: StateShape; readonly tone: StateTone }>> = {
  failed: { shape: 'cross', tone: 'late' },
  retrying: { shape: 'back', tone: 'soon' },
  late: { shape: 'triangle', tone: 'late' },
  stuck: { shape: 'pause', tone: 'soon' },
};
type Step = DeskItem['actions'][number];

const holderOf = ({ holder, unit }: DeskItem, language: Language): string => {
  if (holder === null) return '–';
  const role = roleLabels[holder][language];
  const ofUnit = holder === 'unit-leader' || holder === 'unit-officer';
  return ofUnit && unit ? `${role}, ${nameIn(unit.names, language)}` : role;
};

/** What is not done: why, since when, and whose turn it is; filtered by trouble, cycle and words. */
export function DeskItems({ address }: { address: ListAddress }) {
  const text = useText();
  const language = useLanguage();
  const filters = ['trouble', 'cycleId'];
  const answer = useLiveAnswer<DeskPage>('/operations', address.query(...filters));
  const [asked, setAsked] = useState<{ readonly item: DeskItem; readonly step: Step }>();
  const field = (name: 'what' | 'why' | 'turn' | 'cycle' | 'todo') =>
    text(`resources.operations.fields.${name}`);
  const why = (item: DeskItem) => (
    <>
      <StateChip label={text(`resources.operations.troubles.${item.trouble}`)} {...looks[item.trouble]} />
      <Box sx={{ fontSize: 13, color: 'text.secondary', mt: 0.25, overflowWrap: 'anywhere' }}>
        {item.error ??
          (item.trouble === 'late' && item.dueAt !== null
            ? text('resources.operations.items.lateSince', { at: formatInstant(item.dueAt) })
            : text('resources.operations.items.since', { at: formatInstant(item.since) }))}
      </Box>
    </>
  );
  const steps = (item: DeskItem) =>
    item.actions.map((step) => (
      <Button key={step} size="small" onClick={() => setAsked({ item, step })}>
        {text(`resources.operations.${step}`)}
      </Button>
    ));
  const columns: readonly Column<DeskItem>[] = [
    {
      name: 'what',
      label: field('what'),
      link: true,
      render: ({ title }) => nameIn(title, language),
      renderAside: ({ kind, unit }) => (
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {text(`resources.operations.kinds.${kind}`)}
          {unit && ` · ${nameIn(unit.names, language)}`}
        </Box>
      ),
    },
    { name: 'why', label: field('why'), render: why },
    {
      name: 'turn',
      label: field('turn'),
      render: (item) => (
        <>
          {holderOf(item, language)}
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{nameIn(item.stateNames, language)}</Box>
        </>
      ),
    },
    { name: 'cycle', label: field('cycle'), wideOnly: true, render: ({ cycle }) => cycle?.code ?? '–' },
    { name: 'todo', label: field('todo'), render: steps },
  ];
  const counts = answer.data?.counts;
  return (
    <Sheet title={text('resources.operations.items.title')}>
      <Box className="no-print" sx={bar}>
        <AddressSearch address={address} label={text('resources.operations.items.search')} />
        {counts &&
          troubles.map((trouble) => {
            const chosen = address.filter('trouble') === trouble;
            return (
              <Button
                key={trouble}
                variant={chosen ? 'contained' : 'outlined'}
                aria-pressed={chosen}
                onClick={() => address.set({ trouble: chosen ? '' : trouble })}
              >
                {text(`resources.operations.troubles.${trouble}`)} ({counts[trouble]})
              </Button>
            );
          })}
        {address.filter('cycleId') !== '' && (
          <Button onClick={() => address.set({ cycleId: '' })}>
            {text('resources.operations.items.allCycles')}
          </Button>
        )}
      </Box>
      <PagedTable
        columns={columns}
        answer={answer}
        address={address}
        keyOf={({ id }) => id}
        opens={({ link }) => link}
        filters={filters}
        empty={
          <EmptyState
            title={text('resources.operations.empty')}
            hint={text('resources.operations.items.emptyHint')}
          />
        }
        renderPhoneSteps={(item) => (
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', px: 1.5, pb: 1, mt: -0.5 }}>
            {steps(item)}
          </Box>
        )}
        renderPhone={(item) => (
          <PhoneRow
            primary={nameIn(item.title, language)}
            secondary={
              <>
                {text(`resources.operations.kinds.${item.kind}`)} · {holderOf(item, language)}
                <Box sx={{ mt: 0.5 }}>{why(item)}</Box>
              </>
            }
          />
        )}
      />
      {asked && <ItemDialog {...asked} onClose={() => setAsked(undefined)} />}
    </Sheet>
  );
}

const bar = { display: 'flex', flexWrap: 'wrap', gap: 1, px: 2, py: 1.5 } as const;
