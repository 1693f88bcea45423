import type { CriteriaSetItem, Names, ProcedureDetail, ProcedureView } from '@nhip/contracts';
import { useGetList, useInput } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { mandatory } from '../../shared/mandatory.js';
import { useAnswer } from '../../shared/use-answer.js';
import { deadlineStages, periodOf, type CycleForm } from './cycle-form.js';
import { DeadlineField } from './DeadlineField.js';
import { Heading, PeriodFields } from './PeriodFields.js';
import { UnitPicker } from './UnitPicker.js';

/** The fields of a cycle in preparation. */
export function CycleFields({ isNew, years }: { isNew: boolean; years: readonly number[] }) {
  const text = useText();
  const t = (name: 'code' | 'names.vi' | 'names.en') => text(`resources.review-cycles.fields.${name}`);
  return (
    <>
      <TextInput source="code" label={t('code')} validate={mandatory} disabled={!isNew} />
      <TextInput source="names.vi" label={t('names.vi')} validate={mandatory} />
      <TextInput source="names.en" label={t('names.en')} />
      <PeriodFields years={years} />
      <CriteriaSetInput />
      <ProcedureFields isNew={isNew} />
      <UnitsInput />
    </>
  );
}

function CriteriaSetInput() {
  const text = useText();
  const language = useLanguage();
  const { data: sets = [] } = useGetList<CriteriaSetItem>('criteria-sets', {
    pagination: { page: 1, perPage: 200 },
    filter: { status: 'issued' },
  });
  const choices = sets.flatMap(({ code, names, versions }) =>
    versions
      .filter(({ status }) => status === 'issued')
      .map(({ id, version }) => ({
        id,
        name: `${nameIn(names, language)} (${code}, ${text('resources.review-cycles.version', { number: version })})`,
      })),
  );
  return (
    <>
      <Heading>{text('resources.review-cycles.fields.criteriaSet')}</Heading>
      <SelectInput
        source="criteriaSetVersionId"
        label={text('resources.review-cycles.fields.criteriaSet')}
        choices={choices}
        translateChoice={false}
        validate={mandatory}
      />
    </>
  );
}

function ProcedureFields({ isNew }: { isNew: boolean }) {
  const text = useText();
  const language = useLanguage();
  const code = useWatch({ name: 'procedureCode' }) as string;
  const { data: procedures = [] } = useGetList<ProcedureView>('procedures', {
    pagination: { page: 1, perPage: 200 },
    filter: { kind: 'review-cycle' },
  });
  const chosen = procedures.find((one) => one.code === code);
  const { data: procedure } = useAnswer<ProcedureDetail>(
    chosen && `/procedures/${encodeURIComponent(chosen.id)}`,
  );
  const stages = procedure === undefined ? [] : deadlineStages(procedure.definition);
  return (
    <>
      <Heading>{text('resources.review-cycles.fields.procedure')}</Heading>
      <SelectInput
        source="procedureCode"
        label={text('resources.review-cycles.fields.procedure')}
        choices={procedures.map((one) => ({ id: one.code, name: nameIn(one.names, language) }))}
        translateChoice={false}
        validate={mandatory}
        disabled={!isNew}
      />
      {stages.map((stage) => (
        <StageDeadline key={stage} stage={stage} names={procedure?.definition.states[stage]?.names} />
      ))}
    </>
  );
}

function StageDeadline({ stage, names }: { stage: string; names: Names | undefined }) {
  const text = useText();
  const language = useLanguage();
  const { field, fieldState } = useInput<string>({ source: `deadlines.${stage}`, defaultValue: '' });
  const value: unknown = field.value;
  return (
    <DeadlineField
      label={text('resources.review-cycles.deadline.of', { stage: names ? nameIn(names, language) : stage })}
      value={typeof value === 'string' ? value : ''}
      onChange={field.onChange}
      error={fieldState.error?.message}
    />
  );
}

function UnitsInput() {
  const text = useText();
  const form = useWatch() as CycleForm;
  const { field } = useInput<readonly string[]>({ source: 'unitIds', defaultValue: [] });
  const value: unknown = field.value;
  return (
    <>
      <Heading>{text('resources.review-cycles.fields.participants')}</Heading>
      <UnitPicker
        on={periodOf(form)?.end}
        value={Array.isArray(value) ? (value as string[]) : []}
        onChange={field.onChange}
      />
    </>
  );
}
