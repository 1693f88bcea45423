import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReviewCycleItem } from '@nhip/contracts';
import { useGetList } from 'ra-core';
import { Link } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { Sheet } from '../../shared/Sheet.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { CycleScores } from './CycleScores.js';

const NOT_SCORED = ['prepared', 'withdrawn', 'collecting'];

/** The results of one cycle after another: the newest that can have any comes first. */
export default function ScoreList() {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress();
  const { permissions } = useMe();
  const { data, error, isPending } = useGetList<ReviewCycleItem>('review-cycles', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'createdAt', order: 'DESC' },
  });
  if (error) return <PageError error={error} />;
  if (isPending) return <LoadingPage />;
  const asked = address.filter('cycle');
  const chosen =
    data.find(({ id }) => id === asked) ?? data.find(({ state }) => !NOT_SCORED.includes(state)) ?? data[0];
  return (
    <Page>
      <PageTitle
        title={text('resources.scores.name', { smart_count: 2 })}
        subtitle={chosen ? nameIn(chosen.names, language) : text('resources.scores.purpose')}
      />
      {chosen === undefined ? (
        <Sheet>
          <EmptyState
            title={text('resources.review-cycles.empty')}
            hint={text('resources.scores.notRunHint')}
          >
            {permissions.includes('review-cycles.prepare') && (
              <Button component={Link} to="/review-cycles/create" variant="contained">
                {text('resources.review-cycles.create')}
              </Button>
            )}
          </EmptyState>
        </Sheet>
      ) : (
        <>
          <Box className="no-print" sx={{ mb: 1.5 }}>
            <TextField
              select
              margin="none"
              label={text('resources.scores.fields.cycle')}
              value={chosen.id}
              onChange={(event) =>
                address.set({ cycle: event.target.value, groupId: '', q: '', sort: '', order: '' })
              }
              sx={{ width: { xs: '100%', sm: 480 } }}
            >
              {data.map(({ id, names }) => (
                <MenuItem key={id} value={id}>
                  {nameIn(names, language)}
                </MenuItem>
              ))}
            </TextField>
          </Box>
          <CycleScores key={chosen.id} cycle={chosen} />
        </>
      )}
    </Page>
  );
}
