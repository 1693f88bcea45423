import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { resources } from '../resources/index.js';
import { useMe } from '../session/SessionContext.js';
import { EmptyState } from '../shared/EmptyState.js';
import { Page } from '../shared/Page.js';
import { PageTitle } from '../shared/PageTitle.js';
import { Sheet } from '../shared/Sheet.js';
import { UnreadNotices } from '../resources/notices/UnreadNotices.js';

/** What must I do now? First what waits, then where to go. */
export function Home() {
  const text = useText();
  const { account, current, permissions } = useMe();
  const places = resources.filter(
    ({ name, pages }) => name !== 'notices' && permissions.includes(pages.list.permission),
  );
  return (
    <Page>
      <PageTitle
        title={text('shell.home.greeting', { name: account.fullName })}
        subtitle={text(`shell.home.purpose.${current.role}`)}
      />
      <Sheet title={text('shell.home.toDo')}>
        <UnreadNotices
          empty={
            <EmptyState title={text('shell.home.nothingToDo')} hint={text('shell.home.nothingToDoHint')} />
          }
        />
      </Sheet>
      {places.length > 0 && (
        <Box component="section">
          <Typography variant="h2" sx={{ mb: 1 }}>
            {text('shell.home.places')}
          </Typography>
          <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))' }}>
            {places.map(({ name, icon: Icon }) => (
              <ButtonBase key={name} component={Link} to={`/${name}`} sx={place}>
                <Icon fontSize="small" sx={{ color: 'primary.main', mt: 0.25 }} />
                <span>
                  <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
                    {text(`resources.${name}.name`, { smart_count: 2 })}
                  </Typography>
                  <Typography component="span" variant="caption" color="text.secondary">
                    {text(`resources.${name}.purpose`)}
                  </Typography>
                </span>
              </ButtonBase>
            ))}
          </Box>
        </Box>
      )}
    </Page>
  );
}

const place = {
  display: 'flex',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  gap: 1.25,
  p: 1.5,
  textAlign: 'left',
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  '&:hover': { borderColor: 'primary.main' },
} as const;
