import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Names } from '@nhip/contracts';
import { createContext, use, type ReactNode } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { formulaInWords } from '../../criteria-sets/rule-words.js';
import type { Rates } from './entry-view.js';
import type { FormGroup } from './form-cells.js';
import { RateNotes } from './RateView.js';

/** Elements of the form by code, so that a formula names what it is made of. */
export const ElementsContext = createContext<ReadonlyMap<string, { readonly names: Names }>>(new Map());

interface GroupProps {
  readonly group: FormGroup;
  readonly rates: Rates | undefined;
}

/** An indicator as the heading of its figures, with its formula in words. */
export function GroupName({
  group: { indicator },
  renderName,
  brief = false,
}: Pick<GroupProps, 'group'> & {
  /** What the name stands in: a button where the figures below can be folded away. */
  readonly renderName?: (name: string) => ReactNode;
  /** Without the formula. */
  readonly brief?: boolean;
}) {
  const text = useText();
  const language = useLanguage();
  const elements = use(ElementsContext);
  if (!indicator)
    return (
      <Heading>
        {renderName
          ? renderName(text('resources.submissions.grid.others'))
          : text('resources.submissions.grid.others')}
      </Heading>
    );
  const name = nameIn(indicator.names, language);
  // In words where more than one figure makes it.
  const composed = indicator.denominator !== undefined || 'formula' in indicator.numerator;
  const formula = composed
    ? formulaInWords(indicator, (code) => elements.get(code)?.names, language)
    : undefined;
  return (
    <>
      <Heading>{renderName ? renderName(name) : name}</Heading>
      {formula !== undefined && !brief && (
        <Typography
          component="div"
          variant="caption"
          color="text.secondary"
          sx={renderName ? { pl: '26px' } : {}}
        >
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
