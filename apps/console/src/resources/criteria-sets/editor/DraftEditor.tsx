import ArrowBackOutlined from '@mui/icons-material/ArrowBackOutlined';
import RedoOutlined from '@mui/icons-material/RedoOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type CriteriaSetContent, type CriteriaSetVersionView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { ApiProblem } from '../../../providers/api-problem.js';
import { nameIn } from '../../../session/language.js';
import { useSession } from '../../../session/SessionContext.js';
import { PageTitle } from '../../../shared/PageTitle.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { Sheet } from '../../../shared/Sheet.js';
import { useCommand } from '../../../shared/use-command.js';
import { VersionStatus } from '../VersionStatus.js';
import { withValue } from './content-path.js';
import { lineAt, treeOf, type Group } from './content-tree.js';
import { draftAfter, isChanged, openDraft } from './draft.js';
import { EditingContext, type PlaceRemark } from './editing.js';
import { FormOf } from './FormOf.js';
import { LeaveGuard } from './LeaveGuard.js';
import { LiveTest } from './LiveTest.js';
import { RemarksPane } from './RemarksPane.js';
import { SaveConflict } from './SaveConflict.js';
import type { SampleFigures } from './sample.js';
import { TreePane } from './TreePane.js';
import { usePreview } from './use-preview.js';

/** Tree left, form right, the live test below it; on a phone one after the other. */
export function DraftEditor({ version }: { readonly version: CriteriaSetVersionView }) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const command = useCommand();
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const wide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const [draft, take] = useReducer(draftAfter, version, ({ content, revision }) =>
    openDraft(content, revision),
  );
  const [figures, setFigures] = useState<SampleFigures>({});
  const [peers, setPeers] = useState<readonly SampleFigures[]>([]);
  const [months, setMonths] = useState(3);
  const [problem, setProblem] = useState<unknown>();
  const [theirs, setTheirs] = useState<CriteriaSetVersionView>();
  const [busy, setBusy] = useState(false);
  const [jump, setJump] = useState<{ readonly line: string; readonly path: string }>();
  const form = useRef<HTMLDivElement>(null);

  const content = draft.present;
  const tree = useMemo(() => treeOf(content), [content]);
  const asked = params.get('at');
  const chosen = asked !== null && tree.has(asked) ? asked : 'set';
  const node = tree.get(chosen);
  const indicator = node?.kind === 'indicator' && node.path !== '' ? node.code : undefined;
  const preview = usePreview(content, indicator, { figures, months, peers });
  const changed = isChanged(draft);

  /** On a phone the tree and the form take turns. */
  const choose = (line: string, where: 'form' | 'tree' = 'form') =>
    setParams(
      (before) => {
        const { tree: _, ...others } = Object.fromEntries(before);
        return { ...others, at: line, ...(where === 'tree' && !wide && { tree: '' }) };
      },
      { replace: wide, preventScrollReset: wide || where === 'tree' },
    );
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    const sent = draft.present;
    try {
      const { revision } = await command<{ revision: number }>({
        resource: 'criteria-sets',
        id: version.setId,
        verb: 'edit',
        revision: draft.revision,
        body: { content: sent },
      });
      take({ do: 'saved', content: sent, revision });
      notify(text('resources.criteria-sets.editor.saved'), { type: 'success' });
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'REVISION_CONFLICT') {
        setTheirs(
          await session.api.send<CriteriaSetVersionView>({ path: `/criteria-set-versions/${version.id}` }),
        );
      } else setProblem(error);
    }
    setBusy(false);
  };

  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const step = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : undefined;
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      take({ do: step });
    };
    document.addEventListener('keydown', keys, true);
    return () => document.removeEventListener('keydown', keys, true);
  }, []);

  const jumpTo = ({ path }: PlaceRemark) => {
    const at = lineAt(content, path);
    choose(at);
    setJump({ line: at, path });
  };
  useEffect(() => {
    if (jump === undefined || jump.line !== chosen) return undefined;
    // A form that was just opened is still being drawn, and a formula editor in it loaded.
    let tries = 0;
    const timer = setInterval(() => {
      tries += 1;
      if (focusPlace(form.current, jump.path) || tries === MOST_TRIES) clearInterval(timer);
    }, 50);
    return () => clearInterval(timer);
  }, [jump, chosen]);

  const editing = useMemo(
    () => ({
      content,
      versionId: version.id,
      valid: preview.valid,
      remarks: preview.remarks,
      change: (next: typeof content, at?: string) =>
        take({ do: 'change', content: next, ...(at === undefined ? {} : { at }) }),
      edit: (path: string, value: unknown) =>
        take({ do: 'change', content: withValue(content, path, value), at: path }),
      choose,
      figures,
      onFigures: setFigures,
    }),
    // `choose` is made anew with every address and does the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [content, preview.valid, preview.remarks, version.id, figures],
  );
  const isGroup = node?.kind === 'group';
  const inTree = asked === null || isGroup || params.has('tree');
  const showTree = wide || inTree;
  const showForm = wide || !inTree;
  const title = nameIn(version.names, language);

  return (
    <EditingContext value={editing}>
      <LeaveGuard changed={changed} />
      <PageTitle
        title={title}
        subtitle={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <span>{version.code}</span>
            <span>{text('resources.criteria-sets.version', { number: version.version })}</span>
            <VersionStatus status={version.status} />
            <span role="status">
              {text(
                changed
                  ? 'resources.criteria-sets.editor.unsaved'
                  : 'resources.criteria-sets.editor.allSaved',
              )}
            </span>
          </Box>
        }
      >
        <IconButton
          onClick={() => take({ do: 'undo' })}
          disabled={draft.past.length === 0}
          aria-label={text('resources.criteria-sets.editor.undo')}
          title="Ctrl+Z"
        >
          <UndoOutlined />
        </IconButton>
        <IconButton
          onClick={() => take({ do: 'redo' })}
          disabled={draft.future.length === 0}
          aria-label={text('resources.criteria-sets.editor.redo')}
          title="Ctrl+Y"
        >
          <RedoOutlined />
        </IconButton>
        <Button component={Link} to={`/criteria-sets/${version.setId}/show?version=${version.id}`}>
          {text('resources.criteria-sets.editor.toSet')}
        </Button>
        <Button variant="contained" onClick={() => void save()} disabled={!changed || busy || !preview.valid}>
          {text('shell.form.save')}
        </Button>
      </PageTitle>
      <ProblemAlert problem={problem ?? preview.failed ?? undefined} />
      {theirs !== undefined && (
        <SaveConflict
          base={draft.saved}
          mine={draft.present}
          theirs={theirs.content}
          onDecided={(keep) => {
            take({ do: 'rebase', theirs: theirs.content, revision: theirs.revision, keep });
            setTheirs(undefined);
          }}
        />
      )}
      <RemarksPane content={content} remarks={preview.remarks} onJump={jumpTo} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { md: 'minmax(280px, 340px) 1fr' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        {showTree && (
          <Box
            sx={{
              position: { md: 'sticky' },
              top: { md: 56 },
              maxHeight: { md: 'calc(100vh - 72px)' },
              overflowY: { md: 'auto' },
            }}
          >
            <Sheet>
              <TreePane chosen={chosen} />
            </Sheet>
          </Box>
        )}
        {showForm && node !== undefined && (
          <Box ref={form} sx={{ minWidth: 0 }}>
            {!wide && (
              <Button startIcon={<ArrowBackOutlined />} onClick={() => choose(chosen, 'tree')}>
                {text('resources.criteria-sets.editor.toTree')}
              </Button>
            )}
            <Sheet>
              <Box sx={{ p: { xs: 1.5, sm: 2 }, pt: 1 }}>
                <Typography variant="h2">
                  {node.kind === 'set'
                    ? text('resources.criteria-sets.editor.whole')
                    : node.kind === 'group'
                      ? text(`resources.criteria-sets.editor.groups.${node.id as Group}`)
                      : text(
                          `resources.criteria-sets.editor.kinds.${node.kind === 'root' ? 'field' : node.kind}`,
                          {
                            name: node.names ? nameIn(node.names, language) : node.code,
                          },
                        )}
                </Typography>
                {isGroup ? (
                  <Typography color="text.secondary">
                    {text('resources.criteria-sets.editor.groupHint')}
                  </Typography>
                ) : (
                  <FormOf key={node.id} node={node} />
                )}
              </Box>
            </Sheet>
            {indicator !== undefined && (
              <LiveTest
                content={content}
                answer={preview.answer}
                figures={figures}
                onFigures={setFigures}
                months={months}
                onMonths={setMonths}
                peers={compares(content, indicator) ? peers : undefined}
                onPeers={setPeers}
              />
            )}
          </Box>
        )}
      </Box>
    </EditingContext>
  );
}

const compares = ({ indicators }: CriteriaSetContent, code: string): boolean =>
  indicators.some((indicator) => indicator.code === code && 'within' in indicator.rule);

const MOST_TRIES = 40;
const FIELDS =
  'input:not([aria-hidden]), textarea:not([aria-hidden]), [role="combobox"], .cm-content, button';

/** Goes to the field of a place, or of what holds it; false where none is there yet. */
function focusPlace(form: HTMLElement | null, path: string): boolean {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const found = form?.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]`);
    if (!found) continue;
    const field = found.querySelector<HTMLElement>(FIELDS);
    found.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
    return field !== null;
  }
  return false;
}
