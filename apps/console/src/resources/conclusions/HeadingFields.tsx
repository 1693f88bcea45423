import Box from '@mui/material/Box';
import { TextInput } from 'react-admin';
import { useText } from '../../i18n/use-text.js';
import { DayInput } from '../../shared/DayInput.js';
import { mandatory } from '../../shared/mandatory.js';

/** Who met when and where; deadline phrases are read from the day of the conference. */
export function HeadingFields() {
  const text = useText();
  const label = (name: 'title' | 'heldOn' | 'place' | 'chair' | 'chairPosition' | 'summary') =>
    text(`resources.conclusions.fields.${name}`);
  return (
    <>
      <TextInput source="title" label={label('title')} validate={mandatory} multiline />
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 1 }}>
        <DayInput
          source="heldOn"
          label={label('heldOn')}
          required
          helperText={text('resources.conclusions.heldOnHelp')}
        />
        <TextInput source="place" label={label('place')} />
        <TextInput source="chair" label={label('chair')} />
        <TextInput source="chairPosition" label={label('chairPosition')} multiline />
      </Box>
      <TextInput source="summary" label={label('summary')} multiline minRows={2} />
    </>
  );
}
