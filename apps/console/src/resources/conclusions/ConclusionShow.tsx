import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  conclusionItemKindNames,
  describeDeadline,
  formatDay,
  type ConclusionItemView,
  type ConclusionView,
} from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { FieldList } from '../../shared/FieldList.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { useCommand } from '../../shared/use-command.js';
import { taskChanges } from '../tasks/task-history.js';
import { weekday } from '../tasks/deadline-input.js';
import { ConclusionState } from './ConclusionState.js';
import { EffectLink, Minutes } from './Minutes.js';
import { IssueDialog } from './IssueDialog.js';
import { TaskCounts } from './TaskCounts.js';

export default function ConclusionShow() {
  return (
    <RecordPage<ConclusionView> resource="conclusions">
      {(conclusion) => <Conclusion conclusion={conclusion} />}
    </RecordPage>
  );
}

function Conclusion({ conclusion }: { conclusion: ConclusionView }) {
  const text = useText();
  const language = useLanguage();
  const { cycle } = conclusion;
  const field = (name: 'heldOn' | 'place' | 'chair' | 'cycle' | 'tasks' | 'summary' | 'number') =>
    text(`resources.conclusions.fields.${name}`);
  const rows = [
    ...(conclusion.number === null
      ? []
      : [
          {
            label: field('number'),
            value: `${conclusion.number}${conclusion.issuedOn === null ? '' : ` · ${formatDay(conclusion.issuedOn)}`}`,
          },
        ]),
    {
      label: field('heldOn'),
      value: [formatDay(conclusion.heldOn), conclusion.place].filter(Boolean).join(' · '),
    },
    {
      label: field('chair'),
      value: [conclusion.chair, conclusion.chairPosition].filter(Boolean).join(' · ') || '–',
    },
    ...(cycle === null ? [] : [{ label: field('cycle'), value: <CycleLinks cycle={cycle} /> }]),
    ...(conclusion.state === 'issued'
      ? [
          {
            label: field('tasks'),
            value: (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
                <TaskCounts tasks={conclusion.tasks} />
                <EffectLink conclusion={conclusion} />
              </Box>
            ),
          },
        ]
      : []),
    ...(conclusion.summary === '' ? [] : [{ label: field('summary'), value: conclusion.summary }]),
  ];
  return (
    <>
      <PageTitle
        title={conclusion.title}
        subtitle={
          <Box component="span" sx={{ display: 'inline-flex', gap: 1, mt: 0.5 }}>
            <ConclusionState state={conclusion.state} />
            {conclusion.illustrative && <IllustrativeMark />}
          </Box>
        }
      >
        <Steps conclusion={conclusion} />
      </PageTitle>
      <PrintHeader />
      <Sheet>
        <FieldList rows={rows} />
      </Sheet>
      <Minutes conclusion={conclusion} />
      <Sheet title={text('resources.conclusions.items')}>
        {conclusion.items.length === 0 && (
          <EmptyState
            title={text('resources.conclusions.noItems')}
            hint={text('resources.conclusions.itemsHint')}
          />
        )}
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {conclusion.items.map((item) => (
            <Item key={item.id} item={item} language={language} />
          ))}
        </Box>
      </Sheet>
      <HistoryTimeline
        subjectKind="conclusion"
        subjectId={conclusion.id}
        resource="conclusions"
        changes={(entry) => taskChanges(entry).filter(({ field: path }) => !path.startsWith('items'))}
      />
    </>
  );
}

function CycleLinks({ cycle }: { cycle: NonNullable<ConclusionView['cycle']> }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
      <MuiLink component={Link} to={`/review-cycles/${cycle.id}/show`}>
        {nameIn(cycle.names, language)}
      </MuiLink>
      <MuiLink component={Link} to={`/conclusions/cycles/${cycle.id}/explanations`}>
        {text('resources.conclusions.explanations')}
      </MuiLink>
      <MuiLink component={Link} to={`/conclusions/cycles/${cycle.id}/agenda`}>
        {text('resources.conclusions.agenda')}
      </MuiLink>
    </Box>
  );
}

function Item({ item, language }: { item: ConclusionItemView; language: 'vi' | 'en' }) {
  const text = useText();
  const { assignees, coUnits, dueOn, phrase, reading, tasks } = item;
  const who =
    assignees.rule === undefined
      ? assignees.units.map(({ names }) => nameIn(names, language)).join(', ')
      : text(`resources.conclusions.assignments.${assignees.rule}`);
  return (
    <Box component="li" sx={row}>
      <Typography sx={{ fontWeight: 600, minWidth: 24 }}>{item.number}.</Typography>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {item.title}
          {item.illustrative && <IllustrativeMark />}
        </Typography>
        {item.text !== item.title && <Typography sx={{ whiteSpace: 'pre-line' }}>{item.text}</Typography>}
        <Typography color="text.secondary" component="div" sx={{ fontSize: 13 }}>
          {conclusionItemKindNames[item.kind][language]}
          {who !== '' && ` · ${who}`}
          {coUnits.length > 0 &&
            ` · ${text('resources.tasks.fields.coUnits')}: ${coUnits.map(({ names }) => nameIn(names, language)).join(', ')}`}
          {item.causeUnits.length > 0 &&
            ` · ${text('resources.conclusions.causedBy', { units: item.causeUnits.map(({ names }) => nameIn(names, language)).join(', ') })}`}
          {item.product !== null && ` · ${text('resources.tasks.fields.product')}: ${item.product}`}
        </Typography>
        {(phrase !== null || dueOn !== null) && (
          <Typography component="div" sx={{ fontSize: 13 }}>
            {phrase !== null && `“${phrase}” → `}
            {dueOn === null
              ? reading && describeDeadline(reading.rule, language)
              : `${formatDay(dueOn)}, ${weekday(dueOn, language)}`}
          </Typography>
        )}
        {tasks.total > 0 && (
          <MuiLink component={Link} to={`/tasks?sourceId=${item.id}`} sx={{ fontSize: 13 }}>
            <TaskCounts tasks={tasks} />
          </MuiLink>
        )}
      </Box>
    </Box>
  );
}

const row = {
  display: 'flex',
  gap: 1,
  px: 2,
  py: 1.25,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;

/** The secretariat writes and discards, the committee issues. */
function Steps({ conclusion }: { conclusion: ConclusionView }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const { permissions } = useMe();
  const [open, setOpen] = useState<'issue' | 'discard'>();
  if (conclusion.state !== 'draft') return null;
  const close = () => setOpen(undefined);
  const drafts = permissions.includes('follow-ups.draft');
  return (
    <>
      {permissions.includes('follow-ups.issue') && (
        <Button variant="contained" onClick={() => setOpen('issue')}>
          {text('resources.conclusions.issue')}
        </Button>
      )}
      {drafts && (
        <>
          <Button variant="outlined" onClick={() => setOpen('discard')}>
            {text('resources.conclusions.discard')}
          </Button>
          <Button component={Link} to={`/conclusions/${conclusion.id}`} variant="contained">
            {text('resources.conclusions.edit')}
          </Button>
        </>
      )}
      {open === 'issue' && <IssueDialog conclusion={conclusion} onClose={close} />}
      {open === 'discard' && (
        <ConfirmWithReason
          title={text('resources.conclusions.discard')}
          confirmLabel={text('resources.conclusions.discard')}
          submit={(reason) =>
            command({
              resource: 'conclusions',
              id: conclusion.id,
              verb: 'discard',
              body: { reason },
              revision: conclusion.revision,
            })
          }
          onDone={() => notify(text('resources.conclusions.discarded'), { type: 'success' })}
          onClose={close}
        />
      )}
    </>
  );
}
