import Typography from '@mui/material/Typography';
import { figureStateTexts, type FigureView, type FormElement } from '@nhip/contracts';
import { useLanguage } from '../../../i18n/use-text.js';
import { Figure } from '../../../shared/Figure.js';
import { shownValue } from '../../../shared/figure-grid/entry.js';

interface CellValueProps {
  readonly element: FormElement;
  readonly figure: Pick<FigureView, 'state' | 'value'> | null;
}

/** A figure that is read, not typed; one of the states in words, a dash only where nothing was recorded. */
export function CellValue({ element, figure }: CellValueProps) {
  const language = useLanguage();
  if (figure === null) return <Figure state="missing" />;
  if (figure.state !== 'value')
    return (
      <Typography component="span" sx={{ fontStyle: 'italic', color: 'text.secondary' }}>
        {figureStateTexts[figure.state][language]}
      </Typography>
    );
  const shown = shownValue(element, figure.value, language);
  return <>{element.kind === 'rate' && shown !== '' ? `${shown} %` : shown}</>;
}
