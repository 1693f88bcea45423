import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { formatDecimal, formatInstant, type FigureVersion, type Names } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useAnswer } from '../../shared/use-answer.js';

interface FigureVersionsProps {
  readonly cycleId: string;
  readonly unitId: string;
  readonly element: string;
  readonly names: Names | undefined;
  readonly onClose: () => void;
}

/** Who recorded a figure when, and as what: the newest first. */
export function FigureVersions({ cycleId, unitId, element, names, onClose }: FigureVersionsProps) {
  const text = useText();
  const language = useLanguage();
  const { data, error } = useAnswer<{ items: readonly FigureVersion[] }>(
    `/review-cycles/${cycleId}/units/${unitId}/figures/${encodeURIComponent(element)}/versions`,
  );
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>
        {text('resources.scores.versions.title')}
        <Typography color="text.secondary">
          {names === undefined ? element : nameIn(names, language)}
        </Typography>
      </DialogTitle>
      <DialogContent>
        {error !== null && <ProblemAlert problem={error} />}
        {data?.items.length === 0 && <Typography>{text('resources.scores.versions.none')}</Typography>}
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data?.items.map((version) => (
            <Box
              component="li"
              key={version.id}
              sx={{ py: 1, borderBottom: 1, borderColor: 'divider', opacity: version.current ? 1 : 0.8 }}
            >
              <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'baseline' }}>
                <strong style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {version.value === null
                    ? text(`shell.figure.${version.state === 'value' ? 'missing' : version.state}`)
                    : formatDecimal(version.value, language)}
                </strong>
                {version.month !== null && <span>{version.month.split('-').toReversed().join('/')}</span>}
                <Typography component="span" color="text.secondary">
                  {text(`resources.scores.versions.${version.current ? 'current' : 'earlier'}`)}
                </Typography>
              </Box>
              <Typography color="text.secondary" sx={{ fontSize: 13 }}>
                <time dateTime={version.at}>{formatInstant(version.at)}</time> · {version.recordedBy}
                {version.source !== null && ` · ${version.source.document}`}
              </Typography>
              {version.note !== null && <Typography sx={{ fontSize: 13 }}>{version.note}</Typography>}
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text('resources.scores.versions.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
