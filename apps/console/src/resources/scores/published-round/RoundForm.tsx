import {
  type EnterPublishedRound,
  type Language,
  type PublishedRoundView,
  type ReportingPeriod,
} from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { BooleanInput, TextInput } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { useSession } from '../../../session/SessionContext.js';
import { CommandForm } from '../../../shared/CommandForm.js';
import { mandatory } from '../../../shared/mandatory.js';
import { useCommand } from '../../../shared/use-command.js';
import { periodForm, periodOf, type PeriodForm } from '../../review-cycles/cycle-form.js';
import { Heading, PeriodFields } from '../../review-cycles/PeriodFields.js';
import { useYears } from '../../review-cycles/use-years.js';
import { entriesOf, itemsOf, type ResultEntries, type ResultUnit } from './results.js';
import { ResultsTable } from './ResultsTable.js';

interface RoundFields extends PeriodForm {
  readonly names: { readonly vi: string; readonly en?: string | null };
  readonly sameCriteria: boolean;
  readonly source: { readonly text: string; readonly address?: string | null };
  readonly results: ResultEntries;
}

interface RoundFormProps {
  readonly cycleId: string;
  /** Of the cycle: the round before is proposed as one of the same kind. */
  readonly period: ReportingPeriod;
  /** What was entered before. */
  readonly round: PublishedRoundView | undefined;
  readonly units: readonly ResultUnit[];
}

/** The round before a cycle as it was published elsewhere: what it was, where it stands, each unit's points and rank. */
export function RoundForm({ cycleId, period, round, units }: RoundFormProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const { api } = useSession();
  const notify = useNotify();
  const navigate = useNavigate();
  const years = useYears();
  const t = (name: 'name' | 'nameEn' | 'source' | 'address' | 'sameCriteria' | 'results') =>
    text(`resources.scores.publishedRound.${name}`);
  const latest = async () => {
    const now = await api.send<PublishedRoundView>({ path: `/review-cycles/${cycleId}/published-round` });
    return { revision: now.revision, values: fieldsOf(now, language) };
  };
  return (
    <CommandForm<RoundFields>
      defaultValues={round ? fieldsOf(round, language) : beforeIt(period)}
      revision={round?.revision ?? 0}
      submit={(fields, revision) =>
        command({
          resource: 'review-cycles',
          id: cycleId,
          verb: 'published-round',
          body: commandOf(fields, language),
          ...(revision !== undefined && { revision }),
        })
      }
      latest={latest}
      onDone={() => {
        notify(text('resources.scores.publishedRound.saved'), { type: 'success' });
        void navigate(`/review-cycles/${cycleId}/show/scores`);
      }}
    >
      <TextInput source="names.vi" label={t('name')} validate={mandatory} />
      <TextInput source="names.en" label={t('nameEn')} />
      <TextInput
        source="source.text"
        label={t('source')}
        helperText={text('resources.scores.publishedRound.sourceHelp')}
        validate={mandatory}
      />
      <TextInput source="source.address" label={t('address')} />
      <PeriodFields years={[...new Set([...years, ...years.map((year) => year - 8)])]} />
      <BooleanInput
        source="sameCriteria"
        label={t('sameCriteria')}
        helperText={text('resources.scores.publishedRound.sameCriteriaHelp')}
      />
      <Heading>{t('results')}</Heading>
      <ResultsTable cycleId={cycleId} units={units} />
    </CommandForm>
  );
}

const fieldsOf = (round: PublishedRoundView, language: Language): RoundFields => ({
  names: { vi: round.names.vi, en: round.names.en ?? '' },
  sameCriteria: round.sameCriteria,
  source: { text: round.source.text, address: round.source.address ?? '' },
  ...periodForm(round.period),
  results: entriesOf(round.items, language),
});

/** The same kind of period a year before. */
function beforeIt(period: ReportingPeriod): RoundFields {
  const form = periodForm(period);
  const yearBefore = (day: string) => (day === '' ? '' : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`);
  return {
    ...form,
    year: form.year - 1,
    start: yearBefore(form.start),
    end: yearBefore(form.end).replace('-02-29', '-02-28'),
    asOf: '',
    names: { vi: '', en: '' },
    sameCriteria: false,
    source: { text: '', address: '' },
    results: {},
  };
}

function commandOf(fields: RoundFields, language: Language): EnterPublishedRound {
  const { names, source, sameCriteria } = fields;
  return {
    names: { vi: names.vi, ...(names.en && { en: names.en }) },
    // A missing day is the server's to refuse, beside the field.
    period: periodOf(fields) ?? {
      preset: 'custom',
      kind: 'custom',
      start: fields.start,
      end: fields.end,
      asOf: fields.end,
    },
    sameCriteria,
    source: { text: source.text, ...(source.address && { address: source.address }) },
    items: itemsOf(fields.results, language),
  };
}
