import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { WeakResult } from '@nhip/contracts';
import { useFieldArray } from 'react-hook-form';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { newItem, type ConclusionForm, type ItemKind } from './conclusion-form.js';
import { ItemFields } from './ItemFields.js';

interface ItemsFieldProps {
  readonly ofCycle: boolean;
  readonly weak: readonly WeakResult[];
}

/** The numbered lines: added, moved and taken out; their numbers follow their order. */
export function ItemsField({ ofCycle, weak }: ItemsFieldProps) {
  const text = useText();
  const { fields, append, remove, swap } = useFieldArray<ConclusionForm, 'items'>({ name: 'items' });
  const language = useLanguage();
  const add = (kind: ItemKind, because: readonly WeakResult[] = []) => append(newItem(kind, because));
  const byIndicator = new Map<string, WeakResult[]>();
  for (const result of weak)
    byIndicator.set(result.indicator, [...(byIndicator.get(result.indicator) ?? []), result]);
  return (
    <Box component="section" sx={{ mt: 2 }}>
      <Typography variant="h2">{text('resources.conclusions.items')}</Typography>
      {fields.length === 0 && (
        <Typography color="text.secondary" sx={{ mb: 1 }}>
          {text('resources.conclusions.itemsHint')}
        </Typography>
      )}
      {fields.map((field, index) => (
        <ItemFields
          key={field.id}
          index={index}
          count={fields.length}
          ofCycle={ofCycle}
          weak={weak}
          onMove={(by) => swap(index, index + by)}
          onRemove={() => remove(index)}
        />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button variant="outlined" startIcon={<Add />} onClick={() => add('directive')}>
          {text('resources.conclusions.addDirective')}
        </Button>
        <Button variant="outlined" startIcon={<Add />} onClick={() => add('explanation')}>
          {text('resources.conclusions.addExplanation')}
        </Button>
        {[...byIndicator].map(([indicator, because]) => (
          <Button
            key={indicator}
            variant="outlined"
            startIcon={<Add />}
            onClick={() => add('directive', because)}
          >
            {text('resources.conclusions.fromResults', {
              indicator: nameIn(because[0]?.indicatorNames ?? { vi: indicator }, language),
              count: new Set(because.map(({ unitId }) => unitId)).size,
            })}
          </Button>
        ))}
        <Button startIcon={<Add />} onClick={() => add('information')}>
          {text('resources.conclusions.addInformation')}
        </Button>
      </Box>
    </Box>
  );
}
