import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  createSchedule,
  type Page,
  type ReviewCycleItem,
  type ScheduleKind,
  type ScheduleView,
} from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';

/** A digest is there from the beginning: what is added is one of these. */
const addable = ['start-cycle', 'monthly-check'] as const satisfies readonly ScheduleKind[];

const typedOf = (schedule?: ScheduleView) => ({
  kind: schedule?.kind ?? 'start-cycle',
  name: schedule?.names.vi ?? '',
  nameEn: schedule?.names.en ?? '',
  every: schedule?.rule.every ?? 'quarter',
  workingDay: String(schedule?.rule.workingDay ?? 1),
  at: schedule?.rule.at ?? '08:00',
  templateCycleId: schedule?.startCycle?.templateCycleId ?? '',
  covers: schedule?.startCycle?.covers ?? ('previous' as const),
  codePrefix: schedule?.startCycle?.codePrefix ?? 'RS',
  collectingDays: String(schedule?.startCycle?.collectingDays ?? 10),
  launch: schedule?.startCycle?.launch ?? false,
});
type Typed = ReturnType<typeof typedOf>;

function commandOf(typed: Typed) {
  const every =
    typed.kind === 'digest' ? 'working-day' : typed.kind === 'monthly-check' ? 'month' : typed.every;
  return {
    kind: typed.kind,
    names: { vi: typed.name, ...(typed.nameEn.trim() !== '' && { en: typed.nameEn }) },
    rule: { every, workingDay: Number(typed.workingDay), at: typed.at },
    ...(typed.kind === 'start-cycle' && {
      startCycle: {
        templateCycleId: typed.templateCycleId,
        covers: typed.covers,
        codePrefix: typed.codePrefix,
        collectingDays: Number(typed.collectingDays),
        launch: typed.launch,
      },
    }),
  };
}

/** A schedule, new or changed. */
export default function ScheduleDialog({
  schedule,
  onClose,
}: {
  schedule?: ScheduleView;
  onClose: () => void;
}) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const command = useCommand();
  const [typed, setTyped] = useState(() => typedOf(schedule));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const starts = typed.kind === 'start-cycle';
  const { data: cycles } = useAnswer<Page<ReviewCycleItem>>(starts ? '/review-cycles' : undefined, {
    perPage: 50,
  });
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const body = commandOf(typed);
    const read = createSchedule.safeParse(body);
    if (!read.success) return setWrong(new Set(read.error.issues.map(({ path }) => String(path.at(-1)))));
    const { kind: _, ...changes } = read.data;
    setBusy(true);
    setProblem(undefined);
    try {
      await command(
        schedule === undefined
          ? { resource: 'schedules', body: read.data }
          : {
              resource: 'schedules',
              id: schedule.id,
              verb: 'edit',
              body: changes,
              revision: schedule.revision,
            },
      );
      notify(text('resources.operations.schedules.saved'), { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  const word = (name: ScheduleWord) => text(`resources.operations.schedules.fields.${name}`);
  const field = (name: keyof Typed & ScheduleWord, schemaName: string, help?: string) => ({
    label: word(name),
    value: typed[name],
    error: wrong.has(schemaName),
    helperText: wrong.has(schemaName) ? text('shell.form.required') : help,
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });

  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth>
      <form onSubmit={(event) => void send(event)} noValidate>
        <DialogTitle>
          {text(`resources.operations.schedules.${schedule === undefined ? 'add' : 'edit'}`)}
        </DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
          {schedule === undefined && (
            <TextField select {...field('kind', 'kind')} sx={{ mt: 1 }}>
              {addable.map((kind) => (
                <MenuItem key={kind} value={kind}>
                  {text(`resources.operations.schedules.kinds.${kind}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField {...field('name', 'vi')} required autoFocus sx={{ mt: 1 }} />
          <TextField {...field('nameEn', 'en')} />
          {starts && (
            <TextField select {...field('every', 'every')}>
              {(['month', 'quarter'] as const).map((every) => (
                <MenuItem key={every} value={every}>
                  {text(`resources.operations.schedules.rhythms.${every}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          {typed.kind !== 'digest' && (
            <TextField
              {...field('workingDay', 'workingDay', text('resources.operations.schedules.workingDayHelp'))}
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
            />
          )}
          <TextField {...field('at', 'at', text('resources.operations.schedules.atHelp'))} />
          {starts && (
            <>
              <TextField
                select
                {...field('templateCycleId', 'templateCycleId')}
                required
                slotProps={{ inputLabel: { shrink: true } }}
              >
                {(cycles?.items ?? []).map(({ id, code, names }) => (
                  <MenuItem key={id} value={id}>
                    {code} · {nameIn(names, language)}
                  </MenuItem>
                ))}
              </TextField>
              <TextField select {...field('covers', 'covers')}>
                {(['previous', 'present'] as const).map((covers) => (
                  <MenuItem key={covers} value={covers}>
                    {text(`resources.operations.schedules.coversWhat.${covers}`)}
                  </MenuItem>
                ))}
              </TextField>
              <TextField
                {...field('codePrefix', 'codePrefix', text('resources.operations.schedules.codePrefixHelp'))}
              />
              <TextField
                {...field('collectingDays', 'collectingDays')}
                slotProps={{ htmlInput: { inputMode: 'numeric' } }}
              />
              <FormControlLabel
                control={<Checkbox checked={typed.launch} onChange={(_event, launch) => set({ launch })} />}
                label={word('launch')}
              />
            </>
          )}
          <ProblemAlert problem={problem} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {text('shell.form.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy}>
            {text('shell.form.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

type ScheduleWord =
  | 'kind'
  | 'name'
  | 'nameEn'
  | 'every'
  | 'workingDay'
  | 'at'
  | 'templateCycleId'
  | 'covers'
  | 'codePrefix'
  | 'collectingDays'
  | 'launch';
