import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDecimal, type CriteriaField, type CriteriaSetContent, type Indicator } from '@nhip/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { Sheet } from '../../shared/Sheet.js';
import { IndicatorCard } from './IndicatorCard.js';

/** Field → criterion → indicators, each with its rule in words. */
export function CriteriaTree({ content }: { content: CriteriaSetContent }) {
  const language = useLanguage();
  return content.fields.map((field) => (
    <Sheet key={field.code} title={nameIn(field.names, language)}>
      <FieldPart field={field} content={content} />
    </Sheet>
  ));
}

function FieldPart({ field, content }: { field: CriteriaField; content: CriteriaSetContent }) {
  const text = useText();
  const language = useLanguage();
  const byCode = new Map(content.indicators.map((indicator) => [indicator.code, indicator]));
  const max = field.kind === 'base' ? field.maxPoints : field.cap;
  return (
    <>
      {max !== undefined && max !== '0' && (
        <Typography color="text.secondary" sx={{ px: 2, pt: 1 }}>
          {text(`resources.criteria-sets.kinds.${field.kind}`, { max: formatDecimal(max, language) })}
        </Typography>
      )}
      {field.criteria.map((criterion) => (
        <Part
          key={criterion.code}
          title={sameAsIndicator(criterion, byCode) ? undefined : nameIn(criterion.names, language)}
          max={criterion.maxPoints}
        >
          <Indicators codes={criterion.indicators} byCode={byCode} content={content} />
          {criterion.subCriteria.map((part) => (
            <Part key={part.code} title={nameIn(part.names, language)} max={part.maxPoints}>
              <Indicators codes={part.indicators} byCode={byCode} content={content} />
            </Part>
          ))}
        </Part>
      ))}
    </>
  );
}

function Part({
  title,
  max,
  children,
}: {
  title: string | undefined;
  max: string | undefined;
  children: ReactNode;
}) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box component="section" sx={{ px: 2, py: 1.25 }}>
      {title !== undefined && (
        <Typography variant="h3" component="h3">
          {title}
          {max !== undefined && max !== '0' && (
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
              {' '}
              · {text('resources.criteria-sets.points', { points: formatDecimal(max, language) })}
            </Box>
          )}
        </Typography>
      )}
      {children}
    </Box>
  );
}

/** A criterion of one indicator of the same name needs no heading of its own. */
function sameAsIndicator(
  { names, indicators, subCriteria }: CriteriaField['criteria'][number],
  byCode: ReadonlyMap<string, Indicator>,
): boolean {
  const [only, ...others] = indicators;
  return (
    only !== undefined && others.length + subCriteria.length === 0 && byCode.get(only)?.names.vi === names.vi
  );
}

interface IndicatorsProps {
  readonly codes: readonly string[];
  readonly byCode: ReadonlyMap<string, Indicator>;
  readonly content: CriteriaSetContent;
}

const Indicators = ({ codes, byCode, content }: IndicatorsProps) =>
  codes.flatMap((code) => {
    const indicator = byCode.get(code);
    return indicator ? [<IndicatorCard key={code} indicator={indicator} content={content} />] : [];
  });
