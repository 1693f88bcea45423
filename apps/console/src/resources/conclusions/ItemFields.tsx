import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  conclusionItemKindNames,
  conclusionItemKinds,
  formatDecimal,
  type Language,
  type WeakResult,
} from '@nhip/contracts';
import { TextInput } from 'react-admin';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { mandatory } from '../../shared/mandatory.js';
import { PhraseField } from '../tasks/PhraseField.js';
import { UnitsField } from '../tasks/UnitsField.js';
import { assignments, narrowed, reachOf, type ConclusionForm, type ItemForm } from './conclusion-form.js';

interface ItemFieldsProps {
  readonly index: number;
  readonly count: number;
  readonly ofCycle: boolean;
  readonly weak: readonly WeakResult[];
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One numbered line: who, what, product, until when; and whom it reaches. */
export function ItemFields({ index, count, ofCycle, weak, onMove, onRemove }: ItemFieldsProps) {
  const text = useText();
  const language = useLanguage();
  const { control } = useFormContext<ConclusionForm>();
  const path = `items.${index}` as const;
  const item = useWatch({ control, name: path });
  const heldOn = useWatch({ control, name: 'heldOn' });
  const working = item.kind !== 'information';
  const number = index + 1;
  return (
    <Box component="fieldset" sx={frame}>
      <Box component="legend" sx={{ fontWeight: 600, px: 0.5 }}>
        {text('resources.conclusions.line', { number })}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <Controller
          control={control}
          name={`${path}.kind`}
          render={({ field }) => (
            <TextField
              select
              label={text('resources.conclusions.fields.kind')}
              {...field}
              sx={{ maxWidth: 240, mr: 'auto' }}
            >
              {conclusionItemKinds.map((kind) => (
                <MenuItem key={kind} value={kind}>
                  {conclusionItemKindNames[kind][language]}
                </MenuItem>
              ))}
            </TextField>
          )}
        />
        <IconButton
          aria-label={text('resources.conclusions.up', { number })}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          <ArrowUpward fontSize="small" />
        </IconButton>
        <IconButton
          aria-label={text('resources.conclusions.down', { number })}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        >
          <ArrowDownward fontSize="small" />
        </IconButton>
        <IconButton aria-label={text('resources.conclusions.remove', { number })} onClick={onRemove}>
          <DeleteOutlined fontSize="small" />
        </IconButton>
      </Box>
      <TextInput
        source={`${path}.title`}
        label={text('resources.conclusions.fields.itemTitle')}
        validate={mandatory}
        multiline
      />
      <TextInput
        source={`${path}.text`}
        label={text('resources.conclusions.fields.text')}
        validate={mandatory}
        multiline
        minRows={2}
      />
      {working && <Who path={path} item={item} ofCycle={ofCycle} weak={weak} />}
      {working && ofCycle && item.assign !== 'weak-results' && <Cause path={path} weak={weak} />}
      {working && (
        <Box sx={pair}>
          <TextInput source={`${path}.product`} label={text('resources.tasks.fields.product')} />
          <Controller
            control={control}
            name={`${path}.deadline`}
            render={({ field }) => (
              <PhraseField value={field.value} onChange={field.onChange} documentDay={dayOrNothing(heldOn)} />
            )}
          />
        </Box>
      )}
    </Box>
  );
}

interface WhoProps {
  readonly path: `items.${number}`;
  readonly item: ItemForm;
  readonly ofCycle: boolean;
  readonly weak: readonly WeakResult[];
}

function Who({ path, item, ofCycle, weak }: WhoProps) {
  const text = useText();
  const { control } = useFormContext<ConclusionForm>();
  return (
    <>
      {ofCycle && (
        <Controller
          control={control}
          name={`${path}.assign`}
          render={({ field }) => (
            <TextField select label={text('resources.conclusions.fields.assign')} {...field}>
              {assignments.map((value) => (
                <MenuItem key={value} value={value}>
                  {text(`resources.conclusions.assignments.${value}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
        />
      )}
      {item.assign === 'units' && (
        <Controller
          control={control}
          name={`${path}.units`}
          render={({ field }) => (
            <UnitsField
              label={text('resources.tasks.fields.unit')}
              value={field.value}
              onChange={(units) => field.onChange([...units])}
            />
          )}
        />
      )}
      {item.assign === 'weak-results' && <Reach path={path} item={item} weak={weak} />}
      <Controller
        control={control}
        name={`${path}.coUnits`}
        render={({ field }) => (
          <UnitsField
            label={text('resources.tasks.fields.coUnits')}
            value={field.value}
            onChange={(units) => field.onChange([...units])}
          />
        )}
      />
    </>
  );
}

/** What of the cycle's results made the line necessary: the indicators, and the units whose results they are. */
function Cause({ path, weak }: Pick<WhoProps, 'path' | 'weak'>) {
  const text = useText();
  const language = useLanguage();
  const { control } = useFormContext<ConclusionForm>();
  const item = useWatch({ control, name: path });
  const known = new Map(
    weak.map(({ indicator, indicatorNames }) => [indicator, nameIn(indicatorNames, language)]),
  );
  const choices = [...new Set([...known.keys(), ...item.indicators])];
  if (choices.length === 0) return null;
  return (
    <Box sx={{ px: 1.5, py: 1, my: 1, bgcolor: 'action.hover', borderRadius: 1 }}>
      <Controller
        control={control}
        name={`${path}.indicators`}
        render={({ field }) => (
          <FormControl component="fieldset">
            <FormLabel component="legend">{text('resources.conclusions.causeIndicators')}</FormLabel>
            <FormGroup row sx={{ columnGap: 1 }}>
              {choices.map((code) => (
                <FormControlLabel
                  key={code}
                  label={known.get(code) ?? code}
                  control={
                    <Checkbox
                      size="small"
                      checked={field.value.includes(code)}
                      onChange={(_event, checked) =>
                        field.onChange(
                          checked ? [...field.value, code] : field.value.filter((one) => one !== code),
                        )
                      }
                    />
                  }
                />
              ))}
            </FormGroup>
          </FormControl>
        )}
      />
      {item.indicators.length > 0 && (
        <Controller
          control={control}
          name={`${path}.causeUnits`}
          render={({ field }) => (
            <UnitsField
              label={text('resources.conclusions.fields.causeUnits')}
              value={field.value}
              onChange={(units) => field.onChange([...units])}
            />
          )}
        />
      )}
    </Box>
  );
}

/** The units that the rule reaches as the scores stand, with what each is to explain. */
function Reach({ path, item, weak }: Omit<WhoProps, 'ofCycle'>) {
  const text = useText();
  const language = useLanguage();
  const { control } = useFormContext<ConclusionForm>();
  const choices = [...new Map(weak.map((result) => [result.indicator, result])).values()];
  const reached = reachOf(item, weak);
  return (
    <Box sx={{ px: 1.5, py: 1, my: 1, bgcolor: 'action.hover', borderRadius: 1 }}>
      {choices.length > 1 && (
        <Controller
          control={control}
          name={`${path}.indicators`}
          render={({ field }) => (
            <FormControl component="fieldset">
              <FormLabel component="legend">{text('resources.conclusions.onlyOf')}</FormLabel>
              <FormGroup row sx={{ columnGap: 1 }}>
                {choices.map(({ indicator, indicatorNames }) => (
                  <FormControlLabel
                    key={indicator}
                    label={nameIn(indicatorNames, language)}
                    control={
                      <Checkbox
                        size="small"
                        checked={field.value.length === 0 || field.value.includes(indicator)}
                        onChange={() =>
                          field.onChange(
                            narrowed(
                              field.value,
                              indicator,
                              choices.map((choice) => choice.indicator),
                            ),
                          )
                        }
                      />
                    }
                  />
                ))}
              </FormGroup>
            </FormControl>
          )}
        />
      )}
      <Typography sx={{ fontWeight: 500 }}>
        {text('resources.conclusions.reaches', { count: reached.length })}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {reached.map(({ unit, results }) => (
          <li key={unit.unitId}>
            {nameIn(unit.unitNames, language)}: {results.map((result) => shown(result, language)).join('; ')}
          </li>
        ))}
      </Box>
    </Box>
  );
}

const shown = ({ indicatorNames, shownValue, measure, comparison, limit }: WeakResult, language: Language) =>
  `${nameIn(indicatorNames, language)} ${formatDecimal(shownValue, language)} ${nameIn(measure, language)} (${comparison} ${formatDecimal(limit, language)})`;

const dayOrNothing = (day: unknown): string | undefined =>
  typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;

const pair = {
  display: 'grid',
  gridTemplateColumns: { md: '1fr 1fr' },
  columnGap: 1,
  alignItems: 'start',
} as const;

const frame = {
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  px: 1.5,
  pb: 1.5,
  pt: 0.5,
  m: 0,
  mt: 1.5,
  minWidth: 0,
} as const;
