import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { CriteriaSetContent } from '@nhip/contracts';
import { useMemo } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { Changes } from '../compare/Changes.js';
import { mergeContents } from './merge-contents.js';

interface SaveConflictProps {
  /** What both began from. */
  readonly base: CriteriaSetContent;
  readonly mine: CriteriaSetContent;
  readonly theirs: CriteriaSetContent;
  readonly onDecided: (keep: 'mine' | 'theirs') => void;
}

/**
 * Somebody else has kept the draft meanwhile: what is new in it, and what one's own changes would make of it. Nothing
 * typed is lost, and nothing is kept before it is saved again.
 */
export function SaveConflict({ base, mine, theirs, onDecided }: SaveConflictProps) {
  const text = useText();
  const merged = useMemo(() => mergeContents(base, mine, theirs), [base, mine, theirs]);
  return (
    <Alert
      severity="warning"
      variant="outlined"
      role="alert"
      sx={{ mb: 2, '& .MuiAlert-message': { width: '100%' } }}
    >
      <AlertTitle>{text('shell.conflict.title')}</AlertTitle>
      {text('resources.criteria-sets.editor.conflict')}
      <Changes before={base} after={theirs} />
      <Typography sx={{ mt: 2, fontWeight: 600 }}>
        {text('resources.criteria-sets.editor.conflictMerged')}
      </Typography>
      {merged.conflicts.length > 0 && (
        <Typography color="warning.main">
          {text('resources.criteria-sets.editor.conflictBoth', { count: merged.conflicts.length })}
        </Typography>
      )}
      <Changes before={theirs} after={merged.content} />
      <Button variant="outlined" sx={{ mr: 1, mt: 1 }} onClick={() => onDecided('mine')}>
        {text('resources.criteria-sets.editor.conflictMerge')}
      </Button>
      <Button sx={{ mt: 1 }} onClick={() => onDecided('theirs')}>
        {text('shell.conflict.takeTheirs')}
      </Button>
    </Alert>
  );
}
