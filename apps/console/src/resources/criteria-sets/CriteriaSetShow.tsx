import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { describeRemark, type CriteriaSetItem, type CriteriaSetVersionView } from '@nhip/contracts';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { CriteriaTree } from './CriteriaTree.js';
import { lineAt } from './editor/content-tree.js';
import { setChanges } from './set-changes.js';
import { SetDialog, type SetStep } from './SetDialog.js';
import { SetMenu } from './SetMenu.js';
import { SetRules } from './SetRules.js';
import { VersionStatus } from './VersionStatus.js';

export default function CriteriaSetShow() {
  return (
    <RecordPage<CriteriaSetItem> resource="criteria-sets">{(set) => <CriteriaSet set={set} />}</RecordPage>
  );
}

function CriteriaSet({ set }: { set: CriteriaSetItem }) {
  const text = useText();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const asked = params.get('version');
  const chosen =
    set.versions.find(({ id }) => id === asked) ??
    set.versions.find(({ status }) => status === 'issued') ??
    set.versions[0];
  const version = useAnswer<CriteriaSetVersionView>(chosen && `/criteria-set-versions/${chosen.id}`);
  if (version.error) return <PageError error={version.error} />;
  if (chosen === undefined || version.data === undefined) return <LoadingPage />;
  return (
    <>
      <PageTitle
        title={nameIn(set.names, language)}
        subtitle={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
            <span>{set.code}</span>
            <VersionStatus status={chosen.status} />
            <span>{text(set.ready ? 'resources.criteria-sets.ready' : 'resources.criteria-sets.own')}</span>
          </Box>
        }
      >
        <TextField
          select
          margin="none"
          label={text('resources.criteria-sets.fields.version')}
          value={chosen.id}
          onChange={(event) => setParams({ version: event.target.value }, { preventScrollReset: true })}
          sx={{ width: 230 }}
        >
          {set.versions.map(({ id, version: number, status }) => (
            <MenuItem key={id} value={id}>
              {text('resources.criteria-sets.version', { number })} ·{' '}
              {text(`resources.criteria-sets.statuses.${status}`)}
            </MenuItem>
          ))}
        </TextField>
        <SetActions set={set} />
        <SetMenu set={set} versionId={chosen.id} />
      </PageTitle>
      <PrintHeader />
      {chosen.status === 'draft' && <Remarks version={version.data} />}
      <SetRules content={version.data.content} />
      <CriteriaTree content={version.data.content} />
      <SetHistory id={set.id} />
    </>
  );
}

function SetHistory({ id }: { id: string }) {
  const text = useText();
  const translate = useTranslate();
  const words = {
    field: (name: string) => translate(`resources.criteria-sets.fields.${name}`, { _: name }),
    status: (name: string) => translate(`resources.criteria-sets.statuses.${name}`, { _: name }),
    places: (count: number) => text('resources.criteria-sets.places', { smart_count: count }),
  };
  return (
    <HistoryTimeline
      subjectKind="criteria-set"
      subjectId={id}
      resource="criteria-sets"
      changes={(item) => setChanges(item, words)}
    />
  );
}

function SetActions({ set }: { set: CriteriaSetItem }) {
  const text = useText();
  const permitted = useMe().permissions.includes('criteria.manage');
  const [asked, setAsked] = useState<SetStep>();
  if (!permitted) return null;
  const hasDraft = set.versions.some(({ status }) => status === 'draft');
  const step: SetStep = hasDraft ? 'issue' : 'draft';
  return (
    <>
      {!set.ready && hasDraft && (
        <Button component={Link} to={`/criteria-sets/${set.id}`} variant="outlined">
          {text('resources.criteria-sets.editor.open')}
        </Button>
      )}
      {!set.ready && (
        <Button variant={hasDraft ? 'contained' : 'outlined'} onClick={() => setAsked(step)}>
          {text(`resources.criteria-sets.steps.${step}`)}
        </Button>
      )}
      {asked && <SetDialog set={set} step={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

/** What keeps the draft from being issued, and what else the linter saw. */
function Remarks({ version: { remarks, content, setId, ready } }: { version: CriteriaSetVersionView }) {
  const text = useText();
  const permitted = useMe().permissions.includes('criteria.manage') && !ready;
  const language = useLanguage();
  if (remarks.length === 0) {
    return (
      <Alert severity="success" variant="outlined" sx={{ mb: 2 }}>
        {text('resources.criteria-sets.noRemarks')}
      </Alert>
    );
  }
  const errors = remarks.filter(({ severity }) => severity === 'error').length;
  return (
    <Sheet title={text('resources.criteria-sets.remarks', { errors, warnings: remarks.length - errors })}>
      <Box component="ul" sx={{ m: 0, py: 1, pl: 4 }}>
        {remarks.map((remark) => (
          <li key={`${remark.path.join('.')} ${remark.code} ${JSON.stringify(remark.params)}`}>
            <Box
              component="span"
              sx={{ color: remark.severity === 'error' ? 'error.main' : 'warning.main', fontWeight: 500 }}
            >
              {text(`resources.criteria-sets.severities.${remark.severity}`)}
            </Box>{' '}
            {permitted ? (
              <Link to={`/criteria-sets/${setId}?at=${lineAt(content, remark.path.join('.'))}`}>
                {describeRemark(remark, language)}
              </Link>
            ) : (
              describeRemark(remark, language)
            )}{' '}
            <code style={{ opacity: 0.75 }}>{remark.path.join('.')}</code>
          </li>
        ))}
      </Box>
    </Sheet>
  );
}
