import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { criteriaChoices, criteriaFieldWords } from '@nhip/contracts';
import { useLanguage } from '../../../i18n/use-text.js';
import { within, type ContentPath } from './content-path.js';
import { useAt } from './editing.js';
import { ChoiceAt, CodeAt, DecimalAt, Line, NamesAt, TextAt } from './fields.js';
import { CitationAt, Part, RoundingAt, useFields, useOptions } from './parts.js';
import { Rows } from './Rows.js';

/** What holds for the set as a whole. */
export function SetForm() {
  const { words } = useFields();
  return (
    <>
      <TotalsForm />
      <ClassesForm />
      <RankingForm />
      <Part title={words('citation')}>
        <CitationAt path="citation" />
      </Part>
    </>
  );
}

export function TotalsForm() {
  const { words } = useFields();
  return (
    <Part title={words('totals.maxPoints')}>
      <Line>
        <DecimalAt path="totals.maxPoints" />
        <DecimalAt path="totals.lowest" />
        <DecimalAt path="totals.highest" optional />
      </Line>
      <RoundingAt path="totals.rounding" />
    </Part>
  );
}

/** Classes and quotas. */
export function ClassesForm() {
  const { text } = useFields();
  const classification = useAt('classification');
  const classes = useOptions('classes');
  return (
    <Part title={text('resources.criteria-sets.fields.classes')}>
      {classification.value === undefined ? (
        <Button
          size="small"
          onClick={() =>
            classification.set({
              on: 'rounded',
              bands: [{ code: 'A', names: { vi: 'Tốt', en: 'Good' }, from: null, to: null }],
              quotas: [],
            })
          }
        >
          {text('resources.criteria-sets.editor.addClasses')}
        </Button>
      ) : (
        <>
          <Line>
            <ChoiceAt path="classification.on" />
            <Button size="small" onClick={() => classification.set(undefined)}>
              {text('resources.criteria-sets.editor.removeClasses')}
            </Button>
          </Line>
          <Rows
            path="classification.bands"
            title={text('resources.criteria-sets.fields.classes')}
            blank={(entries) => ({
              code: `L${entries.length + 1}`,
              names: { vi: '' },
              from: null,
              to: null,
            })}
          >
            {(at) => (
              <>
                <Line>
                  <TextAt path={within(at, 'code')} width={110} />
                  <DecimalAt path={within(at, 'from')} empty={null} width={110} />
                  <DecimalAt path={within(at, 'to')} empty={null} width={110} />
                </Line>
                <NamesAt path={within(at, 'names')} />
              </>
            )}
          </Rows>
          <Rows
            path="classification.quotas"
            title={text('resources.criteria-sets.editor.quotas')}
            blank={() => ({
              class: classes[0]?.code ?? '',
              share: '0.2',
              within: 'peer-group',
              overflow: classes[1]?.code ?? '',
              ties: 'out',
            })}
          >
            {(at) => (
              <Line>
                <CodeAt path={within(at, 'class')} options={classes} width={220} />
                <DecimalAt path={within(at, 'share')} width={170} />
                <ChoiceAt path={within(at, 'within')} width={220} />
                <CodeAt path={within(at, 'overflow')} options={classes} width={220} />
                <ChoiceAt path={within(at, 'ties')} width={220} />
              </Line>
            )}
          </Rows>
        </>
      )}
    </Part>
  );
}

export function RankingForm() {
  const { text } = useFields();
  const indicators = useOptions('indicators');
  const fields = useOptions('fields');
  return (
    <Part title={text('resources.criteria-sets.fields.ranking')}>
      <Line>
        <ChoiceAt path="ranking.within" />
        <ChoiceAt path="ranking.on" />
      </Line>
      <Rows
        path="ranking.tieBreaks"
        title={text('resources.criteria-sets.editor.tieBreaks')}
        blank={() => ({ indicator: indicators[0]?.code ?? '', prefer: 'higher' })}
      >
        {(at) => <TieBreak path={at} fields={fields} indicators={indicators} />}
      </Rows>
    </Part>
  );
}

type Options = ReturnType<typeof useOptions>;

function TieBreak({
  path,
  fields,
  indicators,
}: {
  readonly path: ContentPath;
  readonly fields: Options;
  readonly indicators: Options;
}) {
  const language = useLanguage();
  const { value, set } = useAt(path);
  const by = 'field' in (value as object) ? 'field' : 'indicator';
  return (
    <Line>
      <TextField
        select
        label={criteriaFieldWords('by')[language]}
        value={by}
        onChange={({ target }) =>
          set(
            target.value === 'field'
              ? { field: fields[0]?.code ?? '' }
              : { indicator: indicators[0]?.code ?? '', prefer: 'higher' },
          )
        }
        sx={{ width: 170 }}
      >
        {Object.entries(criteriaChoices('by') ?? {}).map(([key, words]) => (
          <MenuItem key={key} value={key}>
            {words[language]}
          </MenuItem>
        ))}
      </TextField>
      <CodeAt
        path={within(path, by)}
        label={criteriaFieldWords('code')[language]}
        options={by === 'field' ? fields : indicators}
      />
      {by === 'indicator' && <ChoiceAt path={within(path, 'prefer')} width={140} />}
    </Line>
  );
}
