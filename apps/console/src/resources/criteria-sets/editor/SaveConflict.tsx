import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import type { CriteriaSetContent } from '@nhip/contracts';
import { useText } from '../../../i18n/use-text.js';
import { Changes } from '../compare/Changes.js';

interface SaveConflictProps {
  /** What one's own changes began from. */
  readonly mine: CriteriaSetContent;
  readonly theirs: CriteriaSetContent;
  readonly onDecided: (keep: 'mine' | 'theirs') => void;
}

/** Somebody else has kept the draft meanwhile: what is new in it, and whose goes on. Nothing typed is lost. */
export function SaveConflict({ mine, theirs, onDecided }: SaveConflictProps) {
  const text = useText();
  return (
    <Alert
      severity="warning"
      variant="outlined"
      role="alert"
      sx={{ mb: 2, '& .MuiAlert-message': { width: '100%' } }}
    >
      <AlertTitle>{text('shell.conflict.title')}</AlertTitle>
      {text('resources.criteria-sets.editor.conflict')}
      <Changes before={mine} after={theirs} />
      <Button variant="outlined" sx={{ mr: 1, mt: 1 }} onClick={() => onDecided('mine')}>
        {text('shell.conflict.keepMine')}
      </Button>
      <Button sx={{ mt: 1 }} onClick={() => onDecided('theirs')}>
        {text('shell.conflict.takeTheirs')}
      </Button>
    </Alert>
  );
}
