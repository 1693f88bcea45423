import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  presenceNames,
  presences,
  type AgendaView,
  type ConclusionView,
  type FindingView,
  type MinutesView,
  type Page as PageOf,
  type WeakResult,
} from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { TextInput } from 'react-admin';
import type { ReactNode } from 'react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { Navigate, useNavigate } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useSession } from '../../session/SessionContext.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { mandatory } from '../../shared/mandatory.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';
import { useParticipants } from '../review-cycles/use-participants.js';
import { taskChanges } from '../tasks/task-history.js';
import { UnitsField, type UnitChoice } from '../tasks/UnitsField.js';
import { commandOf, formOf, proposedAgenda, type MinutesForm } from './minutes-form.js';

/** The minutes: the agenda proposed from the cycle's results, who came, how it went, what was said. */
export default function MinutesEdit() {
  return (
    <RecordPage<ConclusionView> resource="conclusions" narrow>
      {(conclusion) => <Read key={conclusion.id} conclusion={conclusion} />}
    </RecordPage>
  );
}

function Read({ conclusion }: { conclusion: ConclusionView }) {
  const { data, error } = useAnswer<MinutesView>(`/conclusions/${conclusion.id}/minutes`);
  if (conclusion.state !== 'draft') return <Navigate to={`/conclusions/${conclusion.id}/show`} replace />;
  if (error) return <PageError error={error} />;
  if (data === undefined) return <LoadingPage />;
  return <Writer conclusion={conclusion} minutes={data} />;
}

function Writer({ conclusion, minutes }: { conclusion: ConclusionView; minutes: MinutesView }) {
  const text = useText();
  const command = useCommand();
  const { api } = useSession();
  const notify = useNotify();
  const navigate = useNavigate();
  const page = `/conclusions/${conclusion.id}/show`;
  const submit = (form: MinutesForm, revision: number | undefined) =>
    command({
      resource: 'conclusions',
      id: conclusion.id,
      verb: 'minutes',
      body: commandOf(form),
      ...(revision !== undefined && { revision }),
    });
  const latest = async () => {
    const now = await api.send<MinutesView>({ path: `/conclusions/${conclusion.id}/minutes` });
    return { revision: now.revision, values: formOf(now) };
  };
  return (
    <>
      <PageTitle title={text('resources.conclusions.writeMinutes')} subtitle={conclusion.title} />
      <CommandForm<MinutesForm>
        defaultValues={formOf(minutes)}
        revision={minutes.revision}
        submit={submit}
        latest={latest}
        submitLabel={text('resources.conclusions.saveMinutes')}
        onCancel={() => void navigate(page)}
        onDone={() => {
          notify(text('resources.conclusions.minutesSaved'), { type: 'success' });
          void navigate(page);
        }}
      >
        <TextInput source="secretary" label={text('resources.conclusions.fields.secretary')} />
        <AgendaPoints cycleId={conclusion.cycle?.id} />
        <Attendance cycleId={conclusion.cycle?.id} />
        <TextInput
          source="course"
          label={text('resources.conclusions.fields.course')}
          multiline
          minRows={4}
        />
        <Opinions />
      </CommandForm>
      {minutes.revision > 0 && (
        <HistoryTimeline
          subjectKind="minutes"
          subjectId={conclusion.id}
          resource="conclusions"
          changes={(entry) =>
            taskChanges(entry).filter(({ field }) => field === 'secretary' || field === 'course')
          }
        />
      )}
    </>
  );
}

function AgendaPoints({ cycleId }: { cycleId: string | undefined }) {
  const text = useText();
  const language = useLanguage();
  const { getValues } = useFormContext<MinutesForm>();
  const { fields, append, remove } = useFieldArray<MinutesForm, 'agenda'>({ name: 'agenda' });
  const of = (path: string) => (cycleId === undefined ? undefined : `/review-cycles/${cycleId}/${path}`);
  const weak = useAnswer<{ readonly items: readonly WeakResult[] }>(of('weak-results'));
  const agenda = useAnswer<AgendaView>(of('agenda'));
  const findings = useAnswer<PageOf<FindingView>>(cycleId === undefined ? undefined : '/findings', {
    cycleId,
    state: 'open',
    perPage: 1,
  });
  const asked = [weak, agenda, findings];
  const propose = () => {
    const points = proposedAgenda(
      { weak: weak.data?.items ?? [], findings: findings.data?.total ?? 0, agenda: agenda.data },
      (key, params) => text(`resources.conclusions.${key}`, params),
      language,
    );
    const known = new Set(getValues('agenda').map((point) => point.text));
    append(points.filter((point) => !known.has(point.text)));
  };
  return (
    <Section title={text('resources.conclusions.fields.agenda')}>
      {fields.map((field, index) => (
        <Line
          key={field.id}
          removeLabel={text('resources.conclusions.removePoint', { number: index + 1 })}
          onRemove={() => remove(index)}
        >
          <TextInput
            source={`agenda.${index}.text`}
            label={text('resources.conclusions.point', { number: index + 1 })}
            validate={mandatory}
            multiline
          />
        </Line>
      ))}
      {cycleId !== undefined && (
        <Button
          variant="outlined"
          onClick={propose}
          disabled={asked.some(({ data, error }) => data === undefined && error === null)}
        >
          {text('resources.conclusions.proposePoints')}
        </Button>
      )}
      <AddButton
        label={text('resources.conclusions.addPoint')}
        onClick={() => append({ about: 'other', text: '' })}
      />
    </Section>
  );
}

function Attendance({ cycleId }: { cycleId: string | undefined }) {
  const text = useText();
  const language = useLanguage();
  const { control, getValues } = useFormContext<MinutesForm>();
  const { fields, append, remove } = useFieldArray<MinutesForm, 'attendance'>({ name: 'attendance' });
  return (
    <Section title={text('resources.conclusions.fields.attendance')}>
      {fields.map((field, index) => (
        <Line
          key={field.id}
          removeLabel={text('resources.conclusions.removeAttendant', { number: index + 1 })}
          onRemove={() => remove(index)}
        >
          <Box sx={quarters}>
            <OfUnit name={`attendance.${index}.unit`} />
            <TextInput
              source={`attendance.${index}.name`}
              label={text('resources.conclusions.fields.person')}
            />
            <TextInput
              source={`attendance.${index}.position`}
              label={text('resources.conclusions.fields.position')}
            />
            <Controller
              control={control}
              name={`attendance.${index}.presence`}
              render={({ field: input }) => (
                <TextField select label={text('resources.conclusions.fields.presence')} {...input}>
                  {presences.map((presence) => (
                    <MenuItem key={presence} value={presence}>
                      {presenceNames[presence][language]}
                    </MenuItem>
                  ))}
                </TextField>
              )}
            />
          </Box>
        </Line>
      ))}
      {cycleId !== undefined && (
        <InviteParticipants
          cycleId={cycleId}
          onInvite={(units) => {
            const known = new Set(getValues('attendance').map(({ unit }) => unit?.id));
            append(
              units
                .filter(({ id }) => !known.has(id))
                .map((unit) => ({ unit, name: '', position: '', presence: 'present' as const })),
            );
          }}
        />
      )}
      <AddButton
        label={text('resources.conclusions.addAttendant')}
        onClick={() => append({ unit: null, name: '', position: '', presence: 'present' })}
      />
    </Section>
  );
}

interface InviteProps {
  readonly cycleId: string;
  readonly onInvite: (units: readonly UnitChoice[]) => void;
}

/** Every unit that takes part in the review, as one line each. */
function InviteParticipants({ cycleId, onInvite }: InviteProps) {
  const text = useText();
  const { data } = useParticipants(cycleId, 'active');
  return (
    <Button
      variant="outlined"
      disabled={data === undefined}
      onClick={() => onInvite((data ?? []).map(({ unitId: id, code, names }) => ({ id, code, names })))}
    >
      {text('resources.conclusions.addParticipants', { count: data?.length ?? 0 })}
    </Button>
  );
}

function Opinions() {
  const text = useText();
  const { fields, append, remove } = useFieldArray<MinutesForm, 'opinions'>({ name: 'opinions' });
  return (
    <Section title={text('resources.conclusions.fields.opinions')}>
      {fields.map((field, index) => (
        <Line
          key={field.id}
          removeLabel={text('resources.conclusions.removeOpinion', { number: index + 1 })}
          onRemove={() => remove(index)}
        >
          <Box sx={halves}>
            <TextInput
              source={`opinions.${index}.speaker`}
              label={text('resources.conclusions.fields.speaker')}
              validate={mandatory}
            />
            <OfUnit name={`opinions.${index}.unit`} />
          </Box>
          <TextInput
            source={`opinions.${index}.text`}
            label={text('resources.conclusions.fields.opinion')}
            validate={mandatory}
            multiline
          />
        </Line>
      ))}
      <AddButton
        label={text('resources.conclusions.addOpinion')}
        onClick={() => append({ unit: null, speaker: '', text: '' })}
      />
    </Section>
  );
}

/** For which unit somebody came or spoke: its name once it is known, else a choice. */
function OfUnit({ name }: { name: `attendance.${number}.unit` | `opinions.${number}.unit` }) {
  const text = useText();
  const language = useLanguage();
  const { control } = useFormContext<MinutesForm>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) =>
        field.value === null ? (
          <UnitsField
            label={text('resources.conclusions.fields.ofUnit')}
            value={[]}
            onChange={(units) => field.onChange(units[0] ?? null)}
            single
          />
        ) : (
          <Typography sx={{ alignSelf: 'center', fontWeight: 500 }}>
            {nameIn(field.value.names, language)}
          </Typography>
        )
      }
    />
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" sx={{ my: 1.5 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

interface LineProps {
  readonly removeLabel: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Line({ removeLabel, onRemove, children }: LineProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      <IconButton aria-label={removeLabel} onClick={onRemove} sx={{ mt: 1 }}>
        <DeleteOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}

function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button startIcon={<Add />} onClick={onClick} sx={{ ml: 1 }}>
      {label}
    </Button>
  );
}

const halves = { display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 1 } as const;
const quarters = {
  display: 'grid',
  gridTemplateColumns: { sm: '1fr 1fr', md: '1.4fr 1.2fr 1fr 1fr' },
  columnGap: 1,
} as const;
