import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { presenceNames, type ConclusionView, type MinutesView } from '@nhip/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { FieldList } from '../../shared/FieldList.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';

/** The minutes of the conference on its conclusion's page; before they are written, the way there. */
export function Minutes({ conclusion }: { conclusion: ConclusionView }) {
  const text = useText();
  const writes = useMe().permissions.includes('follow-ups.draft') && conclusion.state === 'draft';
  const { data } = useAnswer<MinutesView>(`/conclusions/${conclusion.id}/minutes`);
  if (data === undefined || (data.revision === 0 && !writes)) return null;
  const to = `/conclusions/${conclusion.id}/minutes`;
  return (
    <Sheet title={text('resources.conclusions.minutes')}>
      {data.revision === 0 ? (
        <Typography color="text.secondary" sx={{ px: 2, pt: 1.5 }}>
          {text('resources.conclusions.noMinutes')}
        </Typography>
      ) : (
        <Written minutes={data} />
      )}
      {writes && (
        <Box sx={{ px: 2, py: 1.5 }} className="no-print">
          <Button component={Link} to={to} variant="outlined">
            {text('resources.conclusions.writeMinutes')}
          </Button>
        </Box>
      )}
    </Sheet>
  );
}

function Written({ minutes }: { minutes: MinutesView }) {
  const text = useText();
  const language = useLanguage();
  const { secretary, agenda, attendance, course, opinions } = minutes;
  const row = (name: 'secretary' | 'agenda' | 'attendance' | 'course' | 'opinions', value: ReactNode) => ({
    label: text(`resources.conclusions.fields.${name}`),
    value,
  });
  const present = attendance.filter(({ presence }) => presence === 'present' || presence === 'substitute');
  return (
    <FieldList
      rows={[
        ...(secretary === null ? [] : [row('secretary', secretary)]),
        ...(agenda.length === 0
          ? []
          : [
              row(
                'agenda',
                <Box component="ol" sx={list}>
                  {agenda.map((point) => (
                    <li key={point.text}>{point.text}</li>
                  ))}
                </Box>,
              ),
            ]),
        ...(attendance.length === 0
          ? []
          : [
              row(
                'attendance',
                <>
                  {text('resources.conclusions.presentOf', {
                    present: present.length,
                    total: attendance.length,
                  })}
                  <Box component="ul" sx={list}>
                    {attendance.map((one, place) => (
                      <li key={place}>
                        {[one.unit && nameIn(one.unit.names, language), one.name, one.position]
                          .filter(Boolean)
                          .join(' · ')}
                        : {presenceNames[one.presence][language].toLocaleLowerCase(language)}
                      </li>
                    ))}
                  </Box>
                </>,
              ),
            ]),
        ...(course === '' ? [] : [row('course', <Box sx={{ whiteSpace: 'pre-line' }}>{course}</Box>)]),
        ...(opinions.length === 0
          ? []
          : [
              row(
                'opinions',
                <Box component="ul" sx={list}>
                  {opinions.map((one, place) => (
                    <li key={place}>
                      <strong>
                        {one.speaker}
                        {one.unit && ` (${nameIn(one.unit.names, language)})`}:
                      </strong>{' '}
                      {one.text}
                    </li>
                  ))}
                </Box>,
              ),
            ]),
      ]}
    />
  );
}

/** The way to what the directives of an issued conclusion moved; where none names an indicator there is none. */
export function EffectLink({ conclusion }: { conclusion: ConclusionView }) {
  const text = useText();
  const measured = conclusion.items.some(
    ({ indicators, assignees }) => indicators.length > 0 || assignees.rule === 'weak-results',
  );
  if (conclusion.state !== 'issued' || !measured) return null;
  return (
    <MuiLink component={Link} to={`/conclusions/${conclusion.id}/effects`}>
      {text('resources.conclusions.effects')}
    </MuiLink>
  );
}

const list = { m: 0, pl: 2.5 } as const;
