import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { roleLabels, type ProcedureDefinition, type ProcedureDetail } from '@nhip/contracts';
import { useLanguage, useText, type Text } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { ProcedureDiagram } from './ProcedureDiagram.js';
import { eventName } from './words.js';

export default function ProcedureShow() {
  return (
    <RecordPage<ProcedureDetail> resource="procedures">
      {(procedure) => <Procedure {...procedure} />}
    </RecordPage>
  );
}

function Procedure({ id, names, kind, version, definition }: ProcedureDetail) {
  const text = useText();
  const language = useLanguage();
  const issue = `${text(`resources.procedures.kinds.${kind}`)} · ${text('resources.procedures.fields.version')} ${version}`;
  return (
    <>
      <PageTitle title={nameIn(names, language)} subtitle={issue} />
      <Sheet title={text('resources.procedures.diagram')}>
        <ProcedureDiagram definition={definition} />
      </Sheet>
      <Sheet title={text('resources.procedures.steps')}>
        <Steps definition={definition} />
      </Sheet>
      <HistoryTimeline subjectKind="procedure" subjectId={id} resource="procedures" />
    </>
  );
}

function Steps({ definition }: { definition: ProcedureDefinition }) {
  const text = useText();
  const language = useLanguage();
  const stateName = (name: string) => nameIn(definition.states[name]?.names ?? { vi: name }, language);
  return (
    <Box
      sx={{ overflowX: 'auto' }}
      tabIndex={0}
      role="region"
      aria-label={text('resources.procedures.steps')}
    >
      <Table size="small" sx={{ minWidth: 760 }}>
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.procedures.fields.step')}</TableCell>
            <TableCell>{text('resources.procedures.fields.owner')}</TableCell>
            <TableCell>{text('resources.procedures.moves')}</TableCell>
            <TableCell>{text('resources.procedures.timers')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {Object.entries(definition.states).map(([name, state]) => (
            <TableRow key={name} sx={{ verticalAlign: 'top' }}>
              <TableCell sx={{ fontWeight: 500, whiteSpace: 'nowrap' }}>{stateName(name)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {state.owner ? roleLabels[state.owner][language] : '–'}
              </TableCell>
              <TableCell>
                {state.final && text('resources.procedures.end')}
                {Object.entries(state.on).map(([event, move]) => (
                  <div key={event}>
                    {eventName(definition, name, event, language)} → {stateName(move.to)} (
                    {move.by.length === 0
                      ? text('resources.procedures.bySystem')
                      : move.by.map((role) => roleLabels[role][language]).join(', ')}
                    {move.reasonRequired && `; ${text('resources.procedures.reasonRequired')}`})
                  </div>
                ))}
              </TableCell>
              <TableCell>
                {Object.entries(state.timers).map(([timer, { event, workingDays }]) => (
                  <div key={timer}>
                    {eventName(definition, name, event, language)}: {timing(workingDays, text)}
                  </div>
                ))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function timing(workingDays: number, text: Text): string {
  if (workingDays === 0) return text('resources.procedures.timerAt');
  const key = workingDays < 0 ? 'resources.procedures.timerBefore' : 'resources.procedures.timerAfter';
  return text(key, { count: Math.abs(workingDays) });
}
