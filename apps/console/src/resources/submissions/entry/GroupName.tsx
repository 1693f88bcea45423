import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDecimal, type FormElement, type Indicator } from '@nhip/contracts';
import { createContext, use } from 'react';
import { useLanguage, useText, type Text } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import type { Rates } from './entry-view.js';
import type { FormGroup } from './form-cells.js';
import { RateNotes } from './RateView.js';

/** Elements of the form by code, so that a formula names what it is made of. */
export const ElementsContext = createContext<ReadonlyMap<string, FormElement>>(new Map());

interface GroupProps {
  readonly group: FormGroup;
  readonly rates: Rates | undefined;
}

/** An indicator as the heading of its figures, with its formula in words. */
export function GroupName({ group: { indicator } }: GroupProps) {
  const text = useText();
  const language = useLanguage();
  const elements = use(ElementsContext);
  if (!indicator) return <Heading>{text('resources.submissions.grid.others')}</Heading>;
  const formula = formulaOf(indicator, (code) => nameOf(elements.get(code), code, language), text);
  const points = pointsOf(indicator, text, language);
  const notes = [formula, points].filter((note) => note !== undefined);
  return (
    <>
      <Heading>{nameIn(indicator.names, language)}</Heading>
      {notes.length > 0 && (
        <Typography component="div" variant="caption" color="text.secondary">
          {notes.join(' · ')}
        </Typography>
      )}
    </>
  );
}

/** The most an indicator can give; nothing for one that gives no points. */
export function pointsOf(
  indicator: Indicator | undefined,
  text: Text,
  language: 'vi' | 'en',
): string | undefined {
  if (!indicator || indicator.maxPoints === '0') return undefined;
  return text('resources.submissions.grid.maxPoints', {
    points: formatDecimal(indicator.maxPoints, language),
  });
}

/** What the live rate was computed from and what it means. */
function Notes({ group: { indicator }, rates }: GroupProps) {
  if (!indicator || !rates) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      <RateNotes indicator={indicator} rate={rates.current} />
    </Box>
  );
}
GroupName.Notes = Notes;

function Heading({ children }: { children: string }) {
  return (
    <Typography component="h3" sx={{ fontWeight: 600, lineHeight: 1.45 }}>
      {children}
    </Typography>
  );
}

/** In words where more than one figure makes it. */
function formulaOf(
  { numerator, denominator, shownAs }: Indicator,
  name: (code: string) => string,
  text: Text,
): string | undefined {
  if (!denominator) return undefined;
  const words = (expression: Indicator['numerator']): string => {
    if ('constant' in expression) return expression.constant;
    if ('period' in expression) return text('resources.submissions.grid.perMonths');
    const added = expression.plus.map(name).join(' + ');
    return expression.minus.length === 0 ? added : `${added} − ${expression.minus.map(name).join(' − ')}`;
  };
  return text(
    shownAs === 'percent' ? 'resources.submissions.grid.madeOf' : 'resources.submissions.grid.madeOfPlain',
    { numerator: words(numerator), denominator: words(denominator) },
  );
}

function nameOf(element: FormElement | undefined, code: string, language: 'vi' | 'en'): string {
  return element ? nameIn(element.names, language) : code;
}
