import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { citeEvidence, formatDecimal, formatInstant, type EvidenceItem } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';

/** One file: its number, its name to save it by, where it is cited from, who gave it and when. */
export function EvidenceLine({ item }: { item: EvidenceItem }) {
  const text = useText();
  const language = useLanguage();
  const cited = citeEvidence(item, language);
  const size = formatDecimal(String(Math.max(1, Math.round(item.size / 1024))), language);
  const gone = item.withdrawnAt !== null;
  return (
    <Box component="li" sx={line}>
      <Chip
        size="small"
        variant="outlined"
        label={text('parts.evidence.number', { number: item.number })}
        title={text('parts.evidence.numberHelp')}
      />
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
        {gone ? (
          <s>{item.name}</s>
        ) : (
          <MuiLink href={`/api/evidence/${item.id}/file`} download={item.name}>
            {item.name}
          </MuiLink>
        )}
        {cited !== '' && <Box component="span"> – {cited}</Box>}
        {item.note !== null && <Box>{item.note}</Box>}
        <Typography variant="caption" component="div" color="text.secondary">
          {text('parts.evidence.size', { size })} ·{' '}
          {text('parts.evidence.by', { name: item.givenBy ?? '–', at: formatInstant(item.givenAt) })}
          {gone && ` · ${text('parts.evidence.withdrawn')}`}
          {!gone && item.submittedAt === null && (
            <span title={text('parts.evidence.draftHelp')}> · {text('parts.evidence.draft')}</span>
          )}
        </Typography>
      </Box>
      {item.mayWithdraw && <Withdraw item={item} />}
    </Box>
  );
}

function Withdraw({ item }: { item: EvidenceItem }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" className="no-print" onClick={() => setOpen(true)}>
        {text('parts.evidence.withdraw')}
      </Button>
      {open && (
        <ConfirmWithReason
          title={text('parts.evidence.withdraw')}
          explain={text('parts.evidence.withdrawExplain', { name: item.name })}
          confirmLabel={text('parts.evidence.withdraw')}
          reasonRequired={false}
          submit={(reason) =>
            command({
              resource: 'evidence',
              id: item.id,
              verb: 'withdraw',
              body: reason === '' ? {} : { reason },
            })
          }
          onDone={() => notify(text('parts.evidence.withdrawDone'), { type: 'success' })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

const line = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 1,
  py: 0.75,
  borderBottom: 1,
  borderColor: 'divider',
  '&:last-of-type': { borderBottom: 0 },
} as const;
