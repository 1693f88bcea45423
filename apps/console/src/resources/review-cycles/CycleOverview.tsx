import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  formatDay,
  formatInstant,
  periodDays,
  periodLabel,
  type CollectionProgress,
  type ReviewCycleView,
} from '@nhip/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { FieldList } from '../../shared/FieldList.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';

/** How the collection stands, and what the cycle is made of. */
export function CycleOverview({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  const t = (
    name: 'period' | 'asOf' | 'participants' | 'criteriaSet' | 'procedure' | 'previousCycle' | 'publishedAt',
  ) => text(`resources.review-cycles.fields.${name}`);
  return (
    <>
      {cycle.state !== 'prepared' && cycle.state !== 'withdrawn' && <Collection cycle={cycle} />}
      <Sheet title={text('resources.review-cycles.about')}>
        <FieldList
          rows={[
            {
              label: t('period'),
              value:
                cycle.period.kind === 'custom'
                  ? periodDays(cycle.period)
                  : `${periodLabel(cycle.period, language)} · ${periodDays(cycle.period)}`,
            },
            { label: t('asOf'), value: formatDay(cycle.period.asOf) },
            {
              label: t('participants'),
              value: (
                <Ref to={`/review-cycles/${cycle.id}/show/units`}>
                  {text('resources.review-cycles.participants', { smart_count: cycle.participants })}
                </Ref>
              ),
            },
            {
              label: t('criteriaSet'),
              value: (
                <Ref
                  to={`/criteria-sets/${cycle.criteriaSet.setId}/show?version=${cycle.criteriaSet.versionId}`}
                >
                  {nameIn(cycle.criteriaSet.names, language)} ({cycle.criteriaSet.code},{' '}
                  {text('resources.review-cycles.version', { number: cycle.criteriaSet.version })})
                </Ref>
              ),
            },
            {
              label: t('procedure'),
              value: (
                <Ref to={`/procedures/${cycle.procedure.versionId}/show`}>
                  {nameIn(cycle.procedure.names, language)}
                </Ref>
              ),
            },
            {
              label: t('previousCycle'),
              value: cycle.previousCycle ? (
                <Ref to={`/review-cycles/${cycle.previousCycle.id}/show`}>
                  {nameIn(cycle.previousCycle.names, language)}
                </Ref>
              ) : (
                '–'
              ),
            },
            {
              label: t('publishedAt'),
              value:
                cycle.publishedAt === null
                  ? text('resources.review-cycles.notPublished')
                  : formatInstant(cycle.publishedAt),
            },
          ]}
        />
      </Sheet>
    </>
  );
}

function Ref({ to, children }: { to: string; children: ReactNode }) {
  return (
    <MuiLink component={Link} to={to}>
      {children}
    </MuiLink>
  );
}

function Collection({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  const { data } = useAnswer<CollectionProgress>(`/review-cycles/${cycle.id}/collection`);
  if (data === undefined || data.total === 0) return null;
  const at = `/review-cycles/${cycle.id}/show`;
  const counts = [
    { name: 'accepted', value: `${data.accepted} / ${data.total}`, to: `${at}/submissions?state=accepted` },
    { name: 'waiting', value: String(data.submitted + data.approved), to: `${at}/submissions` },
    { name: 'open', value: String(data.open + data.returned), to: `${at}/submissions?state=open` },
    { name: 'missing', value: String(data.missing), to: `${at}/submissions?state=missing` },
    { name: 'late', value: String(data.late), to: `${at}/submissions?late=true` },
    { name: 'findings', value: String(data.openFindings), to: `${at}/findings?state=open` },
  ] as const;
  return (
    <>
      <Box component="ul" sx={tiles}>
        {counts.map(({ name, value, to }) => (
          <Box component="li" key={name} sx={{ display: 'flex' }}>
            <Box component={Link} to={to} sx={tile}>
              <Typography component="span" variant="caption" color="text.secondary" sx={{ display: 'block' }}>
                {text(`resources.review-cycles.counts.${name}`)}
              </Typography>
              <Typography
                component="span"
                sx={{ fontSize: 20, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
              >
                {value}
              </Typography>
            </Box>
          </Box>
        ))}
      </Box>
      {data.waiting.length > 0 && (
        <Sheet title={text('resources.review-cycles.notHandedIn', { smart_count: data.waiting.length })}>
          <Box component="ul" sx={{ m: 0, px: 2, py: 1, columns: { sm: 2, lg: 3 }, listStyle: 'none' }}>
            {data.waiting.map((unit) => (
              <li key={unit.id}>
                <Ref to={`/submissions/${unit.submissionId}/show`}>{nameIn(unit.names, language)}</Ref>
                {unit.late && (
                  <Box component="span" sx={{ color: 'error.main' }}>
                    {' '}
                    · {text('resources.review-cycles.late')}
                  </Box>
                )}
              </li>
            ))}
          </Box>
        </Sheet>
      )}
    </>
  );
}

const tiles = {
  listStyle: 'none',
  p: 0,
  m: 0,
  mb: 2,
  display: 'grid',
  gap: 1,
  gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)', lg: 'repeat(6, 1fr)' },
} as const;
const tile = {
  flex: 1,
  display: 'block',
  px: 2,
  py: 1.25,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  color: 'inherit',
  textDecoration: 'none',
  '&:hover': { borderColor: 'primary.main' },
} as const;
