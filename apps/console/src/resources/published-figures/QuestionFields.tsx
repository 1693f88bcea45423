import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { publishedFigureKinds, type PublishedFigureKind } from '@nhip/contracts';
import { useState, type FormEvent } from 'react';
import { useLanguage, useText, type TextKey } from '../../i18n/use-text.js';
import { PartRows } from './PartRows.js';
import { blankForm, blankPart, isAsked, type QuestionForm, type ScalarField } from './question-form.js';

interface QuestionFieldsProps {
  /** What was asked last. */
  readonly form: QuestionForm;
  /** What the API says about an entry, by field. */
  readonly remarks: ReadonlyMap<string, string>;
  readonly onAsk: (form: QuestionForm) => void;
  readonly onClear: () => void;
}

/** Numbers that belong to a kind, in the order in which one reads them in a sentence. */
const numbers: Readonly<Record<PublishedFigureKind, readonly ScalarField[]>> = {
  percentage: ['printed', 'numerator'],
  score: ['printed', 'maxPoints', 'numerator'],
  rank: ['printed', 'own', 'placesUp', 'decimals'],
  total: ['printed'],
  growth: ['printed', 'grown'],
  average: ['printed', 'days'],
  balance: ['opening', 'received', 'resolved', 'printed'],
  order: [],
};
const needed: Readonly<Record<PublishedFigureKind, readonly ScalarField[]>> = {
  percentage: ['printed'],
  score: ['printed', 'maxPoints'],
  rank: ['printed'],
  total: ['printed'],
  growth: ['printed', 'grown'],
  average: ['printed'],
  balance: ['received', 'resolved'],
  order: [],
};
const days = ['start', 'end', 'partsStart', 'partsEnd', 'asOf'] as const;
const isDay = (name: ScalarField): boolean => days.some((day) => day === name);

/** One row more than is filled, where a kind has rows. */
const withRow = (form: QuestionForm): QuestionForm =>
  form.parts.length > 0 ? form : { ...form, parts: [blankPart, blankPart] };

export function QuestionFields({ form: asked, remarks, onAsk, onClear }: QuestionFieldsProps) {
  const text = useText();
  const language = useLanguage();
  const [form, setForm] = useState(() => withRow(asked));
  const [tried, setTried] = useState(false);
  const detailed =
    asked.rounding !== 'half-up' ||
    [asked.called, asked.extreme, ...days.map((day) => asked[day])].some(Boolean);
  const [more, setMore] = useState(detailed || asked.targets.length > 0);
  const set = (changes: Partial<QuestionForm>) => setForm((before) => ({ ...before, ...changes }));
  const { kind } = form;
  const lacking = (field: ScalarField) => needed[kind].includes(field) && String(form[field]).trim() === '';
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!needed[kind].some(lacking) && isAsked(form)) onAsk(form);
  };

  const field = (name: ScalarField, label: string = text(`resources.published-figures.fields.${name}`)) => {
    const wrong = tried && lacking(name);
    const remark = wrong ? text('resources.published-figures.needed') : remarks.get(name);
    return (
      <TextField
        key={name}
        name={name}
        label={label}
        required={needed[kind].includes(name)}
        value={form[name]}
        error={remark !== undefined}
        {...(isDay(name) && { placeholder: 'dd/mm/yyyy', inputMode: 'numeric' as const })}
        helperText={remark}
        onChange={(event) => set({ [name]: event.target.value })}
        fullWidth
      />
    );
  };
  const choice = (name: ScalarField, values: readonly (readonly [string, TextKey])[]) => (
    <TextField
      key={name}
      select
      name={name}
      label={text(`resources.published-figures.fields.${name}`)}
      value={form[name]}
      onChange={(event) => set({ [name]: event.target.value })}
      fullWidth
    >
      {values.map(([value, label]) => (
        <MenuItem key={value} value={value}>
          {text(label)}
        </MenuItem>
      ))}
    </TextField>
  );
  const choices = 'resources.published-figures.choices' as const;
  const printedLabel =
    kind === 'balance' ? text('resources.published-figures.fields.printedClosing') : undefined;

  return (
    <Box component="form" onSubmit={send} noValidate sx={{ p: 2, display: 'grid', gap: 1.25 }}>
      <TextField
        select
        name="kind"
        label={text('resources.published-figures.fields.kind')}
        value={kind}
        helperText={text(`resources.published-figures.kindHints.${kind}`)}
        onChange={(event) => set({ kind: event.target.value as PublishedFigureKind })}
        fullWidth
      >
        {publishedFigureKinds.map((one) => (
          <MenuItem key={one} value={one}>
            {text(`resources.published-figures.kinds.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {(more || !['', language].includes(form.writing)) &&
        choice('writing', [
          ['', `${choices}.ownWriting`],
          ['vi', `${choices}.vietnamese`],
          ['en', `${choices}.english`],
        ])}
      {field('name')}
      <Box sx={pairs}>
        {numbers[kind].map((name) => field(name, name === 'printed' ? printedLabel : undefined))}
        {kind === 'growth' &&
          choice('as', [
            ['times', `${choices}.times`],
            ['percent', `${choices}.percent`],
          ])}
        {kind === 'growth' && field('against')}
        {kind === 'rank' &&
          choice('better', [
            ['higher', `${choices}.higher`],
            ['lower', `${choices}.lower`],
          ])}
      </Box>
      {kind !== 'balance' && (
        <PartRows
          title={text(`resources.published-figures.parts.${kind}`)}
          list="parts"
          parts={form.parts}
          remarks={remarks}
          weights={kind === 'total'}
          declared={kind === 'percentage' || kind === 'score'}
          onChange={(parts) => set({ parts })}
        />
      )}
      {kind === 'total' && field('residual')}
      {kind === 'total' && (
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={form.otherSource}
              onChange={(event) => set({ otherSource: event.target.checked })}
            />
          }
          label={text('resources.published-figures.fields.otherSource')}
        />
      )}
      {(kind === 'average' || more) && (
        <Box sx={pairs}>
          {field('start')}
          {field('end')}
        </Box>
      )}
      {more && (
        <>
          <Box sx={pairs}>
            {field('partsStart')}
            {field('partsEnd')}
            {field('asOf')}
            {choice('rounding', [
              ['half-up', `${choices}.halfUp`],
              ['truncate', `${choices}.truncate`],
            ])}
            {choice('called', [
              ['', `${choices}.none`],
              ['rate', `${choices}.rate`],
              ['count', `${choices}.count`],
            ])}
            {choice('extreme', [
              ['', `${choices}.none`],
              ['best', `${choices}.best`],
              ['worst', `${choices}.worst`],
            ])}
          </Box>
          {kind === 'percentage' && (
            <PartRows
              title={text('resources.published-figures.parts.targets')}
              list="targets"
              parts={form.targets}
              remarks={remarks}
              onChange={(targets) => set({ targets })}
            />
          )}
        </>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button type="submit" variant="contained">
          {text('resources.published-figures.check')}
        </Button>
        <Button
          onClick={() => {
            setForm(withRow({ ...blankForm, kind }));
            onClear();
          }}
        >
          {text('resources.published-figures.clear')}
        </Button>
        <Button onClick={() => setMore(!more)} aria-expanded={more} sx={{ ml: 'auto' }}>
          {text(more ? 'resources.published-figures.lessDetails' : 'resources.published-figures.details')}
        </Button>
      </Box>
    </Box>
  );
}

const pairs = {
  display: 'grid',
  gridTemplateColumns: { sm: '1fr 1fr' },
  gap: 1.25,
  alignItems: 'start',
} as const;
