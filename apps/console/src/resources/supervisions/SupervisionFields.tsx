import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { TextInput } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import { useText } from '../../i18n/use-text.js';
import { DayInput } from '../../shared/DayInput.js';
import { mandatory } from '../../shared/mandatory.js';
import type { SupervisionForm } from './supervision-form.js';

/** The session, its period, and the figures that were read. */
export function SupervisionFields() {
  const text = useText();
  const field = (name: Exclude<keyof SupervisionForm, 'figures'>) =>
    text(`resources.supervisions.fields.${name}`);
  return (
    <>
      <TextInput source="title" label={field('title')} validate={mandatory} multiline />
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 1 }}>
        <DayInput source="heldOn" label={field('heldOn')} required />
        <TextInput source="number" label={field('number')} />
        <DayInput source="periodStart" label={field('periodStart')} required />
        <DayInput source="periodEnd" label={field('periodEnd')} required />
        <TextInput source="chair" label={field('chair')} />
        <TextInput source="chairPosition" label={field('chairPosition')} />
      </Box>
      <TextInput source="place" label={field('place')} />
      <Figures />
      <TextInput source="summary" label={field('summary')} multiline minRows={3} />
    </>
  );
}

function Figures() {
  const text = useText();
  const { fields, append, remove } = useFieldArray<SupervisionForm, 'figures'>({ name: 'figures' });
  return (
    <Box component="section" sx={{ my: 1.5 }}>
      <Typography variant="h3" component="h2">
        {text('resources.supervisions.figures')}
      </Typography>
      {fields.map((field, index) => (
        <Box key={field.id} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
          <Box sx={{ flex: 1, display: 'grid', gridTemplateColumns: { sm: '2fr 1fr' }, columnGap: 1 }}>
            <TextInput
              source={`figures.${index}.text`}
              label={text('resources.supervisions.figure')}
              validate={mandatory}
              multiline
            />
            <TextInput
              source={`figures.${index}.citation`}
              label={text('resources.supervisions.citation')}
              multiline
            />
          </Box>
          <IconButton
            aria-label={text('resources.supervisions.removeFigure', { number: index + 1 })}
            onClick={() => remove(index)}
            sx={{ mt: 1 }}
          >
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <Button
        variant="outlined"
        startIcon={<Add />}
        onClick={() => append({ text: '', citation: '' })}
        sx={{ mt: 0.5 }}
      >
        {text('resources.supervisions.addFigure')}
      </Button>
    </Box>
  );
}
