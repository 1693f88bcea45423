import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { criteriaChoices, type Rule, type RulePart } from '@nhip/contracts';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { useAt } from './editing.js';
import { ChoiceAt, DecimalAt, Line, NamesAt, useWords, YesAt } from './fields.js';
import { within, type ContentPath } from './content-path.js';
import { newPart, newRule } from './new-parts.js';
import { CodeOf, ExpressionAt, Part, PoliciesAt, RoundingAt } from './parts.js';
import { Rows } from './Rows.js';

/** Rules that a part of a composed rule may have. */
const simple = new Set<string>([
  'all-or-nothing',
  'bands',
  'linear',
  'saturating',
  'floor',
  'lower-is-better',
  'deduction',
  'bonus',
  'external',
]);

/** What each rule asks for: `:d` a number, `:o` one that may be blank, else a choice. */
const fields: Readonly<Record<string, string>> = {
  'all-or-nothing': 'comparison value:d',
  bands: 'on',
  linear: 'full:d',
  saturating: 'target:d',
  floor: 'full:d floor:d',
  'lower-is-better': 'fullAt:d zeroAt:d',
  deduction: 'perEvent:d cap:o from',
  bonus: 'perEvent:d',
  external: 'lowest:d highest:d',
  'relative-min-max': 'lowestPoints:d whenEqual:d within',
  'relative-rank': 'whenAlone:d within',
};

/** How a value becomes points. */
export function RuleAt({ path, ofPart = false }: { readonly path: ContentPath; readonly ofPart?: boolean }) {
  const language = useLanguage();
  const label = useWords(within(path, 'type'));
  const { value, set } = useAt(path);
  const rule = value as Rule;
  const types = Object.entries(criteriaChoices('rule.type') ?? {}).filter(
    ([type]) => !ofPart || simple.has(type),
  );
  return (
    <Box data-path={path}>
      <Line>
        <TextField
          select
          label={label}
          value={rule.type}
          onChange={({ target }) => set(newRule(target.value as Rule['type'], rule))}
          data-path={within(path, 'type')}
          sx={{ width: 280 }}
        >
          {types.map(([type, words]) => (
            <MenuItem key={type} value={type}>
              {words[language]}
            </MenuItem>
          ))}
        </TextField>
        {(fields[rule.type] ?? '').split(' ').map((field) => {
          const [name = '', kind] = field.split(':');
          if (name === '') return null;
          const at = within(path, name);
          if (kind === undefined)
            return <ChoiceAt key={name} path={at} width={name === 'comparison' ? 130 : 220} />;
          return <DecimalAt key={name} path={at} optional={kind === 'o'} width={190} />;
        })}
      </Line>
      {rule.type === 'bands' && <Bands path={within(path, 'bands')} />}
      {rule.type === 'levels' && <Levels path={within(path, 'levels')} />}
      {rule.type === 'composed' && <Parts path={within(path, 'parts')} />}
    </Box>
  );
}

function Bands({ path }: { readonly path: ContentPath }) {
  const label = useWords(path);
  const lastTo = (bands: readonly unknown[]) =>
    (bands.at(-1) as { to?: string | null } | undefined)?.to ?? null;
  return (
    <Rows path={path} title={label} blank={(bands) => ({ from: lastTo(bands), to: null, points: '0' })}>
      {(at) => (
        <Line>
          <DecimalAt path={within(at, 'from')} empty={null} width={110} />
          <DecimalAt path={within(at, 'to')} empty={null} width={110} />
          <DecimalAt path={within(at, 'points')} width={110} />
        </Line>
      )}
    </Rows>
  );
}

function Levels({ path }: { readonly path: ContentPath }) {
  const label = useWords(path);
  return (
    <Rows path={path} title={label} blank={() => ({ names: { vi: '' }, points: '0' })}>
      {(at) => (
        <>
          <NamesAt path={within(at, 'names')} />
          <Line>
            <DecimalAt path={within(at, 'points')} width={110} />
            <ChoiceAt path={within(at, 'zeroes')} optional />
          </Line>
        </>
      )}
    </Rows>
  );
}

function Parts({ path }: { readonly path: ContentPath }) {
  const label = useWords(path);
  const text = useText();
  return (
    <Rows path={path} title={label} blank={(parts) => newPart((parts as RulePart[]).map(({ code }) => code))}>
      {(at, number) => (
        <Part title={text('resources.criteria-sets.editor.part', { number: number + 1 })}>
          <Line>
            <CodeOf path={within(at, 'code')} kind="other" />
            <DecimalAt path={within(at, 'maxPoints')} width={130} />
            <ChoiceAt path={within(at, 'shownAs')} width={140} />
          </Line>
          <NamesAt path={within(at, 'names')} />
          <ExpressionAt path={within(at, 'numerator')} place="indicator" />
          <ExpressionAt path={within(at, 'denominator')} place="indicator" optional />
          <RuleAt path={within(at, 'rule')} ofPart />
          <RoundingAt path={within(at, 'rounding')} />
          <RoundingAt path={within(at, 'pointsRounding')} optional />
          <YesAt path={within(at, 'declaredPart')} />
          <PoliciesAt path={within(at, 'policies')} />
        </Part>
      )}
    </Rows>
  );
}
