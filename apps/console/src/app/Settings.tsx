import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import Checkbox from '@mui/material/Checkbox';
import TextField from '@mui/material/TextField';
import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { useMe, useSession } from '../session/SessionContext.js';
import { Page } from '../shared/Page.js';
import { PageTitle } from '../shared/PageTitle.js';
import { ProblemAlert } from '../shared/ProblemAlert.js';
import { Sheet } from '../shared/Sheet.js';
import { useCommand } from '../shared/use-command.js';

/** Whether one wants mail, and the language one is written to in. */
export default function SettingsPage() {
  const text = useText();
  const session = useSession();
  const notify = useNotify();
  const command = useCommand();
  const { account } = useMe();
  const [mailOn, setMailOn] = useState(account.mailOn);
  const [language, setLanguage] = useState(account.language);
  const [problem, setProblem] = useState<unknown>();

  const save = async () => {
    setProblem(undefined);
    try {
      await command({ resource: 'me', verb: 'settings', body: { mailOn, language } });
      await session.load();
      notify(text('shell.settings.done'), { type: 'success' });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <Page narrow>
      <PageTitle title={text('shell.settings.title')} subtitle={text('shell.settings.purpose')} />
      <Sheet>
        <Box
          component="form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
          sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 2, p: 2 }}
        >
          <FormControl>
            <FormControlLabel
              control={<Checkbox checked={mailOn} onChange={(_event, checked) => setMailOn(checked)} />}
              label={text('shell.settings.mail')}
            />
            <FormHelperText sx={{ mx: 0 }}>
              {account.email === null
                ? text('shell.settings.noAddress')
                : text('shell.settings.mailHelp', { address: account.email })}
            </FormHelperText>
          </FormControl>
          <TextField
            select
            label={text('shell.settings.language')}
            helperText={text('shell.settings.languageHelp')}
            value={language}
            onChange={(event) => setLanguage(event.target.value === 'en' ? 'en' : 'vi')}
            sx={{ width: { xs: '100%', sm: 320 } }}
          >
            <MenuItem value="vi">Tiếng Việt</MenuItem>
            <MenuItem value="en">English</MenuItem>
          </TextField>
          <ProblemAlert problem={problem} />
          <Button type="submit" variant="contained">
            {text('shell.form.save')}
          </Button>
        </Box>
      </Sheet>
    </Page>
  );
}
