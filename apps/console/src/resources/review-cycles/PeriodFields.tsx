import Typography from '@mui/material/Typography';
import { countInYear, periodDays, periodKinds, regularKinds } from '@nhip/contracts';
import { SelectInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useText } from '../../i18n/use-text.js';
import { DayInput } from '../../shared/DayInput.js';
import { mandatory } from '../../shared/mandatory.js';
import { periodOf, type PeriodForm } from './cycle-form.js';

/** A reporting period, as the fields of `PeriodForm`: its kind first, then what days it needs. */
export function PeriodFields({ years }: { years: readonly number[] }) {
  const text = useText();
  const form = useWatch() as PeriodForm;
  const t = (name: 'kind' | 'preset' | 'year' | 'index' | 'start' | 'end' | 'asOf') =>
    text(`resources.review-cycles.fields.${name}`);
  const kind = regularKinds.find((name) => name === form.kind);
  const period = periodOf(form);
  const count = kind === undefined ? 1 : countInYear(form.preset, kind);
  return (
    <>
      <Heading>{text('resources.review-cycles.fields.period')}</Heading>
      <SelectInput
        source="kind"
        label={t('kind')}
        choices={periodKinds.map((id) => ({ id, name: text(`resources.review-cycles.kinds.${id}`) }))}
        translateChoice={false}
        validate={mandatory}
      />
      {kind !== undefined && (
        <>
          <SelectInput
            source="preset"
            label={t('preset')}
            choices={(['calendar', 'decree-09'] as const).map((id) => ({
              id,
              name: text(`resources.review-cycles.presets.${id}`),
            }))}
            translateChoice={false}
            validate={mandatory}
          />
          <SelectInput
            source="year"
            label={t('year')}
            choices={years.map((id) => ({ id, name: String(id) }))}
            translateChoice={false}
            validate={mandatory}
          />
          {count > 1 && (
            <SelectInput
              source="index"
              label={t('index')}
              choices={Array.from({ length: count }, (_, at) => ({ id: at + 1, name: String(at + 1) }))}
              translateChoice={false}
              validate={mandatory}
            />
          )}
        </>
      )}
      {form.kind === 'custom' && <DayInput source="start" label={t('start')} required />}
      {kind === undefined && <DayInput source="end" label={t('end')} required />}
      {period && (
        <Typography color="text.secondary" aria-live="polite" sx={{ mb: 0.5 }}>
          {text('resources.review-cycles.periodIs', { days: periodDays(period) })}
        </Typography>
      )}
      <DayInput source="asOf" label={t('asOf')} helperText={text('resources.review-cycles.asOfHelp')} />
    </>
  );
}

export function Heading({ children }: { children: string }) {
  return (
    <Typography variant="h3" component="h2" sx={{ mt: 2, mb: 0.5 }}>
      {children}
    </Typography>
  );
}
