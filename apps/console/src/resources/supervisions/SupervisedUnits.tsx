import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import type { SupervisionView } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';

interface SupervisedUnitsProps {
  readonly units: SupervisionView['units'];
  /** Ids of those chosen. */
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

const without = (value: readonly string[], id: string): readonly string[] =>
  value.length > 1 ? value.filter((one) => one !== id) : value;

/** Which of the supervised units are meant, one at least; of one there is nothing to choose. */
export function SupervisedUnits({ units, value, onChange }: SupervisedUnitsProps) {
  const text = useText();
  const language = useLanguage();
  if (units.length < 2) return null;
  return (
    <FormControl component="fieldset" sx={{ mb: 1 }}>
      <FormLabel component="legend">{text('resources.supervisions.ofUnits')}</FormLabel>
      <FormGroup sx={{ maxHeight: 200, overflowY: 'auto', flexWrap: 'nowrap' }}>
        {units.map(({ id, names }) => (
          <FormControlLabel
            key={id}
            label={nameIn(names, language)}
            control={
              <Checkbox
                size="small"
                checked={value.includes(id)}
                onChange={(_event, checked) => onChange(checked ? [...value, id] : without(value, id))}
              />
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
