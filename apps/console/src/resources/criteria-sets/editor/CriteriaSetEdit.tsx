import Button from '@mui/material/Button';
import type { CriteriaSetItem, CriteriaSetVersionView } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { LoadingPage } from '../../../app/LoadingPage.js';
import { PageError } from '../../../app/PageError.js';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { EmptyState } from '../../../shared/EmptyState.js';
import { PageTitle } from '../../../shared/PageTitle.js';
import { RecordPage } from '../../../shared/RecordPage.js';
import { useAnswer } from '../../../shared/use-answer.js';
import { DraftEditor } from './DraftEditor.js';

/** The draft of a set, to be written. */
export default function CriteriaSetEdit() {
  return (
    <RecordPage<CriteriaSetItem> resource="criteria-sets">
      {(set) => <DraftOf key={set.id} set={set} />}
    </RecordPage>
  );
}

function DraftOf({ set }: { readonly set: CriteriaSetItem }) {
  const text = useText();
  const language = useLanguage();
  const draft = set.versions.find(({ status }) => status === 'draft');
  const version = useAnswer<CriteriaSetVersionView>(draft && `/criteria-set-versions/${draft.id}`);
  if (draft === undefined) {
    return (
      <>
        <PageTitle title={nameIn(set.names, language)} />
        <EmptyState
          title={text('resources.criteria-sets.editor.noDraft')}
          hint={text('resources.criteria-sets.editor.noDraftHint')}
        >
          <Button component={Link} to={`/criteria-sets/${set.id}/show`} variant="contained">
            {text('resources.criteria-sets.editor.toSet')}
          </Button>
        </EmptyState>
      </>
    );
  }
  if (version.error) return <PageError error={version.error} />;
  if (version.data === undefined) return <LoadingPage />;
  return <DraftEditor version={version.data} />;
}
