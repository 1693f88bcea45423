import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import { describeDeadline, formatDay, type RecommendationView } from '@nhip/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { FieldList } from '../../shared/FieldList.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { InstanceSection } from '../procedures/InstanceSection.js';
import { CouncilLadders } from '../supervisions/CouncilLadders.js';
import { excludesItsDay } from '../tasks/deadline-input.js';
import { taskChanges } from '../tasks/task-history.js';
import { RecommendationState } from './RecommendationState.js';
import { RecommendationSteps } from './RecommendationSteps.js';

export default function RecommendationShow() {
  return (
    <RecordPage<RecommendationView> resource="recommendations">
      {(recommendation) => <Recommendation recommendation={recommendation} />}
    </RecordPage>
  );
}

function Recommendation({ recommendation }: { recommendation: RecommendationView }) {
  const text = useText();
  const language = useLanguage();
  const { unit, supervision, body, addressee, phrase, reading, dueOn, doneOn, answer } = recommendation;
  const field = (name: 'from' | 'supervision' | 'addressee' | 'body' | 'answerBy' | 'doneOn') =>
    text(`resources.recommendations.fields.${name}`);
  const row = (label: string, value: ReactNode) => ({ label, value });
  return (
    <>
      <PageTitle
        title={recommendation.title}
        subtitle={
          <Box component="span" sx={{ display: 'inline-flex', gap: 1, mt: 0.5 }}>
            <RecommendationState recommendation={recommendation} />
            {recommendation.illustrative && <IllustrativeMark />}
          </Box>
        }
      >
        <RecommendationSteps recommendation={recommendation} />
      </PageTitle>
      <PrintHeader />
      <InstanceSection id={recommendation.id} />
      <Sheet>
        <FieldList
          rows={[
            row(field('from'), unit ? nameIn(unit.names, language) : text('resources.recommendations.team')),
            ...(supervision
              ? [
                  row(
                    field('supervision'),
                    <MuiLink component={Link} to={`/supervisions/${supervision.id}/show`}>
                      {supervision.title}
                    </MuiLink>,
                  ),
                ]
              : []),
            row(field('addressee'), addressee),
            ...(body === '' ? [] : [row(field('body'), <Box sx={{ whiteSpace: 'pre-line' }}>{body}</Box>)]),
            row(
              field('answerBy'),
              [
                dueOn !== null && formatDay(dueOn),
                phrase !== null && `“${phrase}”`,
                phrase !== null &&
                  reading &&
                  (excludesItsDay(reading)
                    ? text('resources.tasks.excluded')
                    : describeDeadline(reading.rule, language)),
              ]
                .filter(Boolean)
                .join(' · ') || '–',
            ),
            ...(doneOn === null ? [] : [row(field('doneOn'), formatDay(doneOn))]),
          ]}
        />
      </Sheet>
      {answer && (
        <Sheet title={text('resources.recommendations.answerOf', { addressee })}>
          <FieldList
            rows={[
              row(
                text('resources.recommendations.verdict'),
                text(
                  answer.agrees ? 'resources.recommendations.agrees' : 'resources.recommendations.disagrees',
                ),
              ),
              row(
                text('resources.recommendations.fields.answer.text'),
                <Box sx={{ whiteSpace: 'pre-line' }}>{answer.text}</Box>,
              ),
              ...(answer.documentNumber === null
                ? []
                : [
                    row(
                      text('resources.tasks.fields.documentNumber'),
                      [answer.documentNumber, answer.documentOn && formatDay(answer.documentOn)]
                        .filter(Boolean)
                        .join(' · '),
                    ),
                  ]),
            ]}
          />
        </Sheet>
      )}
      {supervision && <CouncilLadders supervisionId={supervision.id} recordId={recommendation.id} />}
      <HistoryTimeline
        subjectKind="recommendation"
        subjectId={recommendation.id}
        resource="recommendations"
        changes={taskChanges}
      />
    </>
  );
}
