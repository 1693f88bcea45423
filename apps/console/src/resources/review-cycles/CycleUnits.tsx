import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { formatDay, type Page, type participantItem, type ReviewCycleView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import type { z } from 'zod';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { AddressSearch, AddressSelect } from '../../shared/AddressFilters.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import type { Column } from '../../shared/column.js';
import { PagedTable } from '../../shared/PagedTable.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip } from '../../shared/StateChip.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { AddUnits } from './AddUnits.js';
import { DeadlineDialog } from './DeadlineDialog.js';

type Participant = z.infer<typeof participantItem>;
type Asked =
  { readonly what: 'excuse' | 'move-deadline'; readonly unit: Participant } | { readonly what: 'add' };

/** The units that take part; on a running cycle units are added, excused, or given a deadline of their own. */
export function CycleUnits({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress();
  const answer = useAnswer<Page<Participant>>(
    `/review-cycles/${cycle.id}/participants`,
    address.query('status'),
  );
  const [asked, setAsked] = useState<Asked>();
  const offered = (event: string) => cycle.actions.some((action) => action.event === event);
  const label = (name: 'unitCode' | 'unit' | 'peerGroup' | 'status' | 'ownDeadline') =>
    text(`resources.review-cycles.fields.${name}`);
  const buttons = (unit: Participant) =>
    unit.status === 'active' && (
      <Box
        className="no-print"
        sx={{
          display: 'flex',
          gap: 1,
          justifyContent: 'flex-end',
          px: { xs: 1, sm: 0 },
          pb: { xs: 1, sm: 0 },
        }}
      >
        {offered('move-deadline') && (
          <Button size="small" sx={rowButton} onClick={() => setAsked({ what: 'move-deadline', unit })}>
            {text('resources.review-cycles.ownDeadline')}
          </Button>
        )}
        {offered('excuse-participant') && (
          <Button size="small" sx={rowButton} onClick={() => setAsked({ what: 'excuse', unit })}>
            {text('resources.review-cycles.excuse')}
          </Button>
        )}
      </Box>
    );
  const columns: readonly Column<Participant>[] = [
    {
      name: 'name',
      label: label('unit'),
      sortable: true,
      render: ({ names }) => nameIn(names, language),
    },
    { name: 'code', label: label('unitCode'), sortable: true, wideOnly: true, render: ({ code }) => code },
    {
      name: 'peerGroup',
      label: label('peerGroup'),
      render: ({ peerGroup }) => (peerGroup ? nameIn(peerGroup.names, language) : '–'),
    },
    { name: 'status', label: label('status'), sortable: true, render: (unit) => <Status unit={unit} /> },
    {
      name: 'due',
      label: label('ownDeadline'),
      render: ({ due }) => (due ? formatDay(due.on) : '–'),
    },
    ...(offered('move-deadline') || offered('excuse-participant')
      ? [{ name: 'do', label: '', numeric: true, render: buttons }]
      : []),
  ];
  const add = offered('add-participants') && (
    <Button variant="outlined" onClick={() => setAsked({ what: 'add' })}>
      {text('resources.review-cycles.addUnits')}
    </Button>
  );
  const close = () => setAsked(undefined);
  return (
    <>
      <Box className="no-print" sx={bar}>
        <AddressSearch address={address} label={text('resources.review-cycles.searchUnits')} />
        <AddressSelect
          address={address}
          name="status"
          label={label('status')}
          all={text('resources.review-cycles.allStates')}
          choices={(['active', 'excused'] as const).map((value) => ({
            value,
            label: text(`resources.review-cycles.statuses.${value}`),
          }))}
        />
        <Box sx={{ flex: 1 }} />
        {add}
      </Box>
      <Sheet>
        <PagedTable
          columns={columns}
          answer={answer}
          address={address}
          filters={['status']}
          keyOf={({ unitId }) => unitId}
          renderPhone={(unit) => (
            <>
              <PhoneRow
                primary={nameIn(unit.names, language)}
                secondary={[
                  unit.peerGroup && nameIn(unit.peerGroup.names, language),
                  unit.due && `${label('ownDeadline')}: ${formatDay(unit.due.on)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                end={<Status unit={unit} />}
              />
              {buttons(unit)}
            </>
          )}
          empty={
            <EmptyState
              title={text('resources.review-cycles.noUnits')}
              hint={text('resources.review-cycles.noUnitsHint')}
            >
              {add}
            </EmptyState>
          }
        />
      </Sheet>
      {asked?.what === 'add' && <AddUnits cycle={cycle} onClose={close} />}
      {asked?.what === 'excuse' && <Excuse cycle={cycle} unit={asked.unit} onClose={close} />}
      {asked?.what === 'move-deadline' && (
        <DeadlineDialog
          cycle={cycle}
          verb="move-deadline"
          label={text('resources.review-cycles.ownDeadline')}
          units={[{ unitId: asked.unit.unitId, name: nameIn(asked.unit.names, language) }]}
          onClose={close}
        />
      )}
    </>
  );
}

function Status({ unit }: { unit: Participant }) {
  const text = useText();
  const excused = unit.status === 'excused';
  return (
    <span title={unit.reason ?? ''}>
      <StateChip
        label={text(`resources.review-cycles.statuses.${unit.status}`)}
        shape={excused ? 'pause' : 'disc'}
        tone={excused ? 'quiet' : 'good'}
      />
      {excused && unit.reason !== null && (
        <Box component="span" sx={{ ml: 1, color: 'text.secondary' }}>
          {unit.reason}
        </Box>
      )}
    </span>
  );
}

interface ExcuseProps {
  readonly cycle: ReviewCycleView;
  readonly unit: Participant;
  readonly onClose: () => void;
}

function Excuse({ cycle, unit, onClose }: ExcuseProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const name = nameIn(unit.names, language);
  return (
    <ConfirmWithReason
      title={text('resources.review-cycles.excuseTitle', { name })}
      explain={text('resources.review-cycles.excuseExplain')}
      confirmLabel={text('resources.review-cycles.excuse')}
      submit={(reason) =>
        command({
          resource: 'review-cycles',
          id: cycle.id,
          verb: 'excuse-participant',
          revision: cycle.revision,
          body: { unitId: unit.unitId, reason },
        })
      }
      onDone={() => notify(text('resources.review-cycles.excused', { name }), { type: 'success' })}
      onClose={onClose}
    />
  );
}

/** No higher than the row. */
const rowButton = { minHeight: 24, py: 0 } as const;
const bar = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 } as const;
