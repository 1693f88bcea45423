import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { within, type ContentPath } from './content-path.js';
import { useAt } from './editing.js';
import { ChoiceAt, CodeAt, DecimalAt, Line, ListAt, NamesAt, TextAt, YesAt } from './fields.js';
import {
  CitationAt,
  CodeOf,
  ExpressionAt,
  Part,
  PoliciesAt,
  RoundingAt,
  useFields,
  useOptions,
} from './parts.js';
import { RuleAt } from './RuleAt.js';
import { Rows } from './Rows.js';

export function IndicatorForm({ path }: { readonly path: ContentPath }) {
  const { words, types } = useFields();
  return (
    <>
      <Line>
        <CodeOf path={within(path, 'code')} kind="indicator" />
      </Line>
      <NamesAt path={within(path, 'names')} />
      <NamesAt path={within(path, 'measure')} />
      <IndicatorRules path={path} />
      <ListAt path={within(path, 'unitTypes')} offered={types} />
      <NamesAt path={within(path, 'note')} optional />
      <Part title={words('citation')}>
        <CitationAt path={within(path, 'citation')} />
      </Part>
    </>
  );
}

/** How an indicator comes about, and what points and alarms follow from it. */
export function IndicatorRules({ path }: { readonly path: ContentPath }) {
  const { text, words, types } = useFields();
  const elements = useOptions('dataElements');
  const aggregation = useAt(within(path, 'aggregation'));
  const weight = useAt(within(path, 'aggregationWeight'));
  return (
    <>
      <Line>
        <DecimalAt path={within(path, 'maxPoints')} width={130} />
        <DecimalAt path={within(path, 'weight')} width={100} />
        <ChoiceAt path={within(path, 'shownAs')} width={140} />
        <ChoiceAt path={within(path, 'direction')} width={200} />
      </Line>
      <Part title={text('resources.criteria-sets.fields.formula')}>
        <ExpressionAt path={within(path, 'numerator')} place="indicator" />
        <ExpressionAt path={within(path, 'denominator')} place="indicator" optional />
        <YesAt path={within(path, 'declaredPart')} />
        <Line>
          <RoundingAt path={within(path, 'rounding')} />
          <ChoiceAt path={within(path, 'aggregation')} />
          {(aggregation.value === 'weighted' || weight.value !== undefined) && (
            <CodeAt path={within(path, 'aggregationWeight')} options={elements} optional />
          )}
        </Line>
      </Part>
      <Part title={words('rule')}>
        <RuleAt path={within(path, 'rule')} />
        <RoundingAt path={within(path, 'pointsRounding')} optional />
      </Part>
      <Part title={words('policies')}>
        <PoliciesAt path={within(path, 'policies')} />
      </Part>
      <Part title={words('target')}>
        <TargetAt path={within(path, 'target')} />
      </Part>
      <Rows
        path={within(path, 'thresholds')}
        title={words('thresholds')}
        blank={(entries) => ({
          code: `nguong-${entries.length + 1}`,
          names: { vi: '' },
          comparison: '<',
          value: '0',
          consequence: 'explanation',
        })}
      >
        {(at) => (
          <>
            <Line>
              <TextAt path={within(at, 'code')} width={150} />
              <ChoiceAt path={within(at, 'comparison')} width={110} />
              <DecimalAt path={within(at, 'value')} width={120} />
              <ChoiceAt path={within(at, 'consequence')} width={180} />
            </Line>
            <NamesAt path={within(at, 'names')} />
            <ListAt path={within(at, 'unitTypes')} offered={types} />
            <CitationAt path={within(at, 'citation')} />
          </>
        )}
      </Rows>
    </>
  );
}

/** A target: none, a number, or words that the source leaves without one. */
function TargetAt({ path }: { readonly path: ContentPath }) {
  const { text } = useFields();
  const { value, set } = useAt(path);
  const target = value as object | undefined;
  const kind = target === undefined ? 'none' : 'unquantified' in target ? 'unquantified' : 'number';
  const blank = {
    none: undefined,
    number: { comparison: '>=', value: '0' },
    unquantified: { unquantified: { vi: '' } },
  };
  return (
    <>
      <Line>
        <TextField
          select
          data-path={path}
          label={text('resources.criteria-sets.fields.target')}
          value={kind}
          onChange={({ target: { value: chosen } }) => set(blank[chosen as keyof typeof blank])}
          sx={{ width: 240 }}
        >
          {(['none', 'number', 'unquantified'] as const).map((one) => (
            <MenuItem key={one} value={one}>
              {text(`resources.criteria-sets.editor.targets.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {kind === 'number' && (
          <>
            <ChoiceAt path={within(path, 'comparison')} width={110} />
            <DecimalAt path={within(path, 'value')} width={120} />
          </>
        )}
      </Line>
      {kind === 'unquantified' && <NamesAt path={within(path, 'unquantified')} />}
      {kind !== 'none' && <CitationAt path={within(path, 'citation')} />}
    </>
  );
}
