import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { CriteriaSetItem, CriteriaSetVersionView } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { LoadingPage } from '../../../app/LoadingPage.js';
import { PageError } from '../../../app/PageError.js';
import { useText } from '../../../i18n/use-text.js';
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
  const draft = set.versions.find(({ status }) => status === 'draft');
  const version = useAnswer<CriteriaSetVersionView>(draft && `/criteria-set-versions/${draft.id}`);
  if (draft === undefined) {
    return (
      <Alert
        severity="info"
        variant="outlined"
        action={
          <Button component={Link} to={`/criteria-sets/${set.id}/show`}>
            {text('resources.criteria-sets.editor.toSet')}
          </Button>
        }
      >
        {text('resources.criteria-sets.editor.noDraft')}
      </Alert>
    );
  }
  if (version.error) return <PageError error={version.error} />;
  if (version.data === undefined) return <LoadingPage />;
  return <DraftEditor version={version.data} />;
}
