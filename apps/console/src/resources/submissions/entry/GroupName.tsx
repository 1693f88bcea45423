import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { FormElement, Indicator } from '@nhip/contracts';
import { createContext, use, type ReactNode } from 'react';
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
export function GroupName({
  group: { indicator },
  fold,
  brief = false,
}: Pick<GroupProps, 'group'> & {
  /** What the name stands in: a button where the figures below can be folded away. */
  readonly fold?: (name: string) => ReactNode;
  /** Without the formula. */
  readonly brief?: boolean;
}) {
  const text = useText();
  const language = useLanguage();
  const elements = use(ElementsContext);
  if (!indicator)
    return (
      <Heading>
        {fold ? fold(text('resources.submissions.grid.others')) : text('resources.submissions.grid.others')}
      </Heading>
    );
  const name = nameIn(indicator.names, language);
  const formula = formulaOf(indicator, (code) => nameOf(elements.get(code), code, language), text);
  return (
    <>
      <Heading>{fold ? fold(name) : name}</Heading>
      {formula !== undefined && !brief && (
        <Typography component="div" variant="caption" color="text.secondary" sx={fold ? { pl: '26px' } : {}}>
          {formula}
        </Typography>
      )}
    </>
  );
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

function Heading({ children }: { children: ReactNode }) {
  return (
    <Typography component="h2" sx={{ fontWeight: 600, lineHeight: 1.45 }}>
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
    if (!('plus' in expression)) return '…';
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
