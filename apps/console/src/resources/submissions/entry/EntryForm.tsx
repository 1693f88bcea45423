import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Theme } from '@mui/material/styles';
import type { SubmissionForm } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useMemo, useRef, useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { ApiProblem } from '../../../providers/api-problem.js';
import { stateShorthands } from '../../../shared/figure-grid/entry.js';
import { entryIn } from '../../../shared/figure-grid/draft.js';
import { plainDecimal } from '../../../shared/figure-grid/exact.js';
import { useGridKeys } from '../../../shared/figure-grid/use-grid-keys.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { Sheet } from '../../../shared/Sheet.js';
import { EvidenceDrawer } from '../../../parts/evidence/EvidenceDrawer.js';
import { useEvidence } from '../../../parts/evidence/evidence-of.js';
import { FindingLine } from '../../findings/FindingLine.js';
import { useCellName } from './CellParts.js';
import { EntryBar } from './EntryBar.js';
import { EntryCards } from './EntryCards.js';
import { EntryTable } from './EntryTable.js';
import { viewsOf, type EntryView, type Rates } from './entry-view.js';
import {
  cellsOfForm,
  earlierFigures,
  findingsByElement,
  groupsOf,
  typedFigures,
  type FormCell,
} from './form-cells.js';
import { ElementsContext } from './GroupName.js';
import { liveRate, monthsOf, type LiveRate } from './live-rate.js';
import { TalkDrawer } from './TalkDrawer.js';
import { useEntryDraft, type EntryColumn } from './use-entry-draft.js';
import { usePreview } from './use-preview.js';
import { useSave } from './use-save.js';

const columns = ['value', 'note'] as const satisfies readonly EntryColumn[];
/** The evidence opens a dialog: reached by arrows, not pasted into. */
const reachable = [...columns, 'source'] as const;

/** The entry form of one unit in one cycle; keyed by its id and the language its numbers are written in. */
export function EntryForm({ form }: { form: SubmissionForm }) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const nameOf = useCellName();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('lg'));
  const grid = useRef<HTMLDivElement>(null);
  const [talking, setTalking] = useState<FormCell>();
  const [attaching, setAttaching] = useState<FormCell>();
  const subject = { subjectKind: 'submission', subjectId: form.id } as const;
  const evidence = useEvidence(subject).data;
  const cells = useMemo(() => cellsOfForm(form), [form]);
  const entry = useEntryDraft(form.id, cells, language);
  const { draft, changed, restored, type, state, note, source, left, decide } = entry;

  // A section that was folded is drawn first.
  const focus = (cell: string) =>
    void requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cell)}"]`)?.focus(),
    );
  const { save, busy, merged, problem, refused } = useSave(form, entry, focus);

  const groups = useMemo(() => groupsOf(form), [form]);
  const findings = useMemo(() => findingsByElement(groups, form.findings), [groups, form.findings]);
  const elements = useMemo(
    () => new Map([...form.elements, ...form.calculated].map((one) => [one.code, one])),
    [form.elements, form.calculated],
  );
  const current = typedFigures(form, (cell) => entryIn(draft, cell), language);
  const earlier = useMemo(
    () => ({ previous: earlierFigures(form, 'previous'), lastYear: earlierFigures(form, 'lastYear') }),
    [form],
  );
  const preview = usePreview(form, entry);
  const live = {
    unitType: form.unitType,
    months: monthsOf(form.period.start, form.period.end),
    calculated: new Set(form.calculated.map(({ code }) => code)),
  };
  const toldOf = (code: string) => preview?.indicators.find(({ indicator }) => indicator === code);
  const handlers = useMemo(
    () => ({ type, state, note, source, left, decide, talk: setTalking, attach: setAttaching }),
    [type, state, note, source, left, decide],
  );
  const view: EntryView = {
    groups,
    ratesOf: (code): Rates | undefined => {
      const indicator = form.indicators.find((one) => one.code === code);
      return (
        indicator && {
          previous: liveRate(indicator, earlier.previous, live),
          lastYear: liveRate(indicator, earlier.lastYear, live),
          current: withTold(liveRate(indicator, current, live), toldOf(code)?.shownValue),
        }
      );
    },
    pointsOf: (code) => toldOf(code)?.shownPoints,
    viewOf: viewsOf(groups, form, entry, refused, findings, evidence?.items ?? []),
    sumOf: (element) => {
      const figure = current.get(element);
      return figure?.state === 'value' ? plainDecimal(figure.value) : undefined;
    },
    talks: form.messages.length > 0 || form.actions.some(({ event }) => event === 'discuss'),
    attaches: evidence?.mayGive ?? false,
    handlers,
  };
  const keys = useGridKeys<(typeof reachable)[number]>({
    columns: reachable,
    onUndo: entry.undo,
    onRedo: entry.redo,
    onPaste: (placed, left) => {
      const typed = placed.flatMap(({ row, column, text: words }) =>
        column === 'source' ? [] : [{ row, column, text: words }],
      );
      entry.paste(typed);
      const lost = left + placed.length - typed.length;
      notify(
        text(lost === 0 ? 'resources.submissions.grid.pasted' : 'resources.submissions.grid.pastedLeft', {
          count: typed.length,
          left: lost,
        }),
        { type: lost === 0 ? 'info' : 'warning' },
      );
    },
  });
  const editable = form.rows.some((row) => row.editable);
  const shorthands = stateShorthands[language];

  return (
    <ElementsContext value={elements}>
      {merged && (
        <Alert severity="info" variant="outlined" role="alert" sx={{ mb: 1.5 }}>
          {text('resources.submissions.conflict.merged')}
        </Alert>
      )}
      {restored > 0 && changed.size > 0 && (
        <Alert severity="info" variant="outlined" sx={{ mb: 1.5 }}>
          {text('resources.submissions.draft.restored', { count: restored })}
        </Alert>
      )}
      {problem !== undefined && <ProblemAlert problem={problem} shown={besideCells(problem)} />}
      {(findings.get('') ?? []).map((finding) => (
        <Box key={finding.id} sx={{ mb: 1 }}>
          <FindingLine finding={finding} />
        </Box>
      ))}
      <Sheet>
        <div ref={grid} {...keys}>
          {wide ? <EntryTable view={view} /> : <EntryCards view={view} />}
        </div>
      </Sheet>
      {editable && (
        <Typography className="no-print" variant="caption" component="div" color="text.secondary">
          {wide && <div>{text('resources.submissions.grid.keys')}</div>}
          {text('resources.submissions.grid.shorthands', {
            nothing: shorthands.nothing,
            notApplicable: shorthands['not-applicable'],
            missing: shorthands.missing,
          })}
        </Typography>
      )}
      <EntryBar
        form={form}
        entry={entry}
        preview={preview}
        busy={busy}
        onSave={() => void save()}
        editable={editable}
      />
      {attaching && (
        <EvidenceDrawer
          of={{ ...subject, cell: attaching.row }}
          name={nameOf(attaching)}
          onClose={() => setAttaching(undefined)}
        />
      )}
      {talking && (
        <TalkDrawer form={form} cell={talking} name={nameOf(talking)} onClose={() => setTalking(undefined)} />
      )}
    </ElementsContext>
  );
}

/** Remarks that stand beside a cell are not told twice. */
function besideCells(problem: unknown): ReadonlySet<string> {
  const remarks = problem instanceof ApiProblem ? (problem.problem.errors ?? []) : [];
  return new Set(remarks.flatMap(({ path }) => (/^cells\.\d+/.test(path) ? [path] : [])));
}

/** A value by a formula, as the server tells it. */
const withTold = (rate: LiveRate, shown: string | null | undefined): LiveRate =>
  rate.state === 'told' ? { state: 'told', shown: shown ?? null } : rate;
