import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { AppraisalPage, AppraisalRow, ReviewCycleView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { Link, useParams } from 'react-router-dom';
import { LoadingPage } from '../../../app/LoadingPage.js';
import { PageError } from '../../../app/PageError.js';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { AddressSearch } from '../../../shared/AddressFilters.js';
import { EmptyState } from '../../../shared/EmptyState.js';
import { Page } from '../../../shared/Page.js';
import { Pager } from '../../../shared/PagedTable.js';
import { PageTitle } from '../../../shared/PageTitle.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { Sheet } from '../../../shared/Sheet.js';
import { useAnswer } from '../../../shared/use-answer.js';
import { useCommand } from '../../../shared/use-command.js';
import { useListAddress, type ListAddress } from '../../../shared/use-list-address.js';
import { LineInputs } from './LineInputs.js';
import { pointsText } from './points.js';
import { rangeText } from './range-text.js';
import { Standing } from './Standing.js';
import { useLines } from './use-lines.js';

const views = ['waiting', 'decided', 'all'] as const;

/** Indicators × units waiting for the appraisers: self against computed against appraised. */
export default function AppraisalList() {
  const { id = '' } = useParams();
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ perPage: 50 });
  const cycle = useAnswer<ReviewCycleView>(`/review-cycles/${id}`);
  const { sort: _sort, ...query } = address.query('show', 'indicator');
  const list = useAnswer<AppraisalPage>(`/review-cycles/${id}/appraisals`, query);
  const error = cycle.error ?? list.error;
  if (error) return <PageError error={error} />;
  if (!cycle.data || !list.data) return <LoadingPage />;
  return (
    <Page>
      <PageTitle
        title={text('resources.scores.appraisal.title')}
        subtitle={
          <MuiLink component={Link} to={`/review-cycles/${id}/show/scores`}>
            {nameIn(cycle.data.names, language)}
          </MuiLink>
        }
      />
      <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
        {text(`resources.scores.appraisal.${list.data.over ? 'over' : 'appraiseHint'}`)}
      </Alert>
      <Filters address={address} indicators={list.data.indicators} />
      <Rows cycleId={id} page={list.data} address={address} />
    </Page>
  );
}

function Filters({ address, indicators }: { address: ListAddress; indicators: AppraisalPage['indicators'] }) {
  const text = useText();
  const language = useLanguage();
  const show = views.find((name) => name === address.filter('show')) ?? 'waiting';
  const indicator = indicators.find(({ code }) => code === address.filter('indicator'))?.code ?? '';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }} className="no-print">
      <TextField
        select
        margin="none"
        label={text('resources.scores.appraisal.show')}
        value={show}
        onChange={(event) =>
          address.set({ show: event.target.value === 'waiting' ? '' : event.target.value })
        }
        sx={{ width: { xs: '100%', sm: 180 } }}
      >
        {views.map((name) => (
          <MenuItem key={name} value={name}>
            {text(`resources.scores.appraisal.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        margin="none"
        label={text('resources.scores.fields.indicator')}
        value={indicator}
        onChange={(event) => address.set({ indicator: event.target.value })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ width: { xs: '100%', sm: 360 } }}
      >
        <MenuItem value="">{text('resources.scores.appraisal.everyIndicator')}</MenuItem>
        {indicators.map(({ code, names }) => (
          <MenuItem key={code} value={code}>
            {nameIn(names, language)}
          </MenuItem>
        ))}
      </TextField>
      <AddressSearch address={address} label={text('resources.review-cycles.searchUnits')} />
    </Box>
  );
}

function Rows({ cycleId, page, address }: { cycleId: string; page: AppraisalPage; address: ListAddress }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const lines = useLines(true);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const rowOf = new Map(page.items.map((row) => [row.id, row]));

  /** Unit after unit: each is recorded whole or not at all, and what was recorded leaves the form. */
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const read = lines.read((key) => rowOf.get(key)?.indicator.code ?? key.split(' ')[1] ?? key);
    if (read === undefined) return;
    setBusy(true);
    setProblem(undefined);
    const units = new Set(read.map(([key]) => key.split(' ')[0] ?? ''));
    let saved = 0;
    for (const unitId of units) {
      const own = read.filter(([key]) => key.startsWith(`${unitId} `));
      const keys = own.map(([key]) => key);
      try {
        await command({
          resource: `review-cycles/${cycleId}/units`,
          id: unitId,
          verb: 'appraised-scores',
          body: { items: own.map(([, item]) => item) },
        });
        lines.clear(keys);
        saved += keys.length;
      } catch (refused) {
        lines.refuse(refused, keys);
        setProblem(refused);
        break;
      }
    }
    if (saved > 0) notify(text('resources.scores.appraisal.saved', { count: saved }), { type: 'success' });
    setBusy(false);
  };

  if (page.total === 0) {
    return (
      <Sheet>
        <EmptyState
          title={text('resources.scores.appraisal.none')}
          hint={text('resources.scores.appraisal.noneHint')}
        />
      </Sheet>
    );
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Sheet>
        {page.items.map((row) => (
          <Row key={row.id} row={row}>
            {!page.over && (
              <Box sx={{ mt: 1, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
                <Box sx={{ flex: '1 1 320px' }}>
                  <LineInputs
                    name={`${nameIn(row.unit.names, language)}, ${nameIn(row.indicator.names, language)}`}
                    line={lines.of(row.id)}
                    reasonLabel={text('resources.scores.appraisal.reason')}
                    wrong={lines.wrong(row.id)}
                    onChange={(line) => lines.set(row.id, line)}
                  />
                </Box>
                {row.waiting && row.self?.points != null && (
                  <Button
                    onClick={() =>
                      lines.set(row.id, {
                        points: pointsText(row.self?.points ?? '', language),
                        reason: text('resources.scores.appraisal.agreed'),
                      })
                    }
                  >
                    {text('resources.scores.appraisal.agree')}
                  </Button>
                )}
              </Box>
            )}
          </Row>
        ))}
        <Pager address={address} total={page.total} />
      </Sheet>
      <ProblemAlert problem={problem} shown={lines.shown} />
      {!page.over && (
        <Box sx={{ position: 'sticky', bottom: 0, zIndex: 2, py: 1.5, bgcolor: 'background.default' }}>
          <Button type="submit" variant="contained" disabled={busy || lines.count === 0}>
            {lines.count === 0
              ? text('shell.form.save')
              : text('resources.scores.appraisal.save', { count: lines.count })}
          </Button>
        </Box>
      )}
    </form>
  );
}

function Row({ row, children }: { row: AppraisalRow; children: React.ReactNode }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box
      component="section"
      aria-label={`${nameIn(row.unit.names, language)}, ${nameIn(row.indicator.names, language)}`}
      sx={{ px: 2, py: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Typography sx={{ fontWeight: 500 }}>
        {nameIn(row.unit.names, language)} · {nameIn(row.indicator.names, language)}{' '}
        <Typography component="span" color="text.secondary">
          {rangeText(row.indicator.range, text, language)}
        </Typography>
      </Typography>
      <Standing computed={row.computed} self={row.self} appraised={row.appraised} />
      {children}
    </Box>
  );
}
