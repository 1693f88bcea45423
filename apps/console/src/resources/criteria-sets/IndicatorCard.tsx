import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  elementsOf,
  formatDecimal,
  withParts,
  type CriteriaSetContent,
  type Indicator,
} from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { Cited } from './Cited.js';
import { formulaInWords, formulaTextInWords, limitInWords, ruleInWords } from './rule-words.js';
import { policiesInWords, unitTypesInWords } from './set-words.js';

type Line = 'formula' | 'rule' | 'policies' | 'unitTypes' | 'target' | 'thresholds' | 'citation' | 'note';

interface IndicatorCardProps {
  readonly indicator: Indicator;
  readonly content: CriteriaSetContent;
  /** Without its name, on a page of its own. */
  readonly untitled?: boolean;
}

/** One indicator: how it is computed, how it becomes points, what is expected, where it is laid down. */
export function IndicatorCard({ indicator, content, untitled = false }: IndicatorCardProps) {
  const text = useText();
  const language = useLanguage();
  const { names, measure, target, thresholds, citation, note, maxPoints } = indicator;
  const nameOf = (code: string) => content.dataElements.find((element) => element.code === code)?.names;
  const expressions = [indicator.numerator, indicator.denominator].flatMap((one) => one ?? []);
  const calculated = calculatedIn(content, expressions.flatMap(elementsOf));
  const blanksAreZero = expressions.some((one) => 'formula' in one && one.blanks === 'zero');
  const [first, ...bands] = ruleInWords(indicator, language);
  const policies = policiesInWords(indicator, language);
  const unitTypes = unitTypesInWords(indicator, language);
  const line = (name: Line) => (
    <Box component="dt" sx={{ color: 'text.secondary' }}>
      {text(`resources.criteria-sets.fields.${name}`)}
    </Box>
  );
  return (
    <Box component="article" id={indicator.code} sx={untitled ? { px: 2, py: 1 } : card}>
      {!untitled && (
        <Typography sx={{ fontWeight: 500 }}>
          {nameIn(names, language)} <small style={{ opacity: 0.75 }}>({nameIn(measure, language)})</small>
          {maxPoints !== '0' && (
            <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
              {' '}
              · {text('resources.criteria-sets.points', { points: formatDecimal(maxPoints, language) })}
            </Box>
          )}
        </Typography>
      )}
      <Box component="dl" sx={facts}>
        {line('formula')}
        <dd>
          {formulaInWords(indicator, nameOf, language)}
          {calculated.map(({ code, formula }) => (
            <div key={code}>
              {text('resources.criteria-sets.calculated', {
                name: nameIn(nameOf(code) ?? { vi: code }, language),
                formula: formulaTextInWords(formula, nameOf, language),
              })}
            </div>
          ))}
          {blanksAreZero && <div>{text('resources.criteria-sets.blanksAreZero')}</div>}
        </dd>
        {line('rule')}
        <dd>
          {first}
          {bands.map((band) => (
            <div key={band}>{band}</div>
          ))}
        </dd>
        {policies.length > 0 && (
          <>
            {line('policies')}
            <dd>{policies.join('; ')}</dd>
          </>
        )}
        {unitTypes !== undefined && (
          <>
            {line('unitTypes')}
            <dd>{unitTypes}</dd>
          </>
        )}
        {target && (
          <>
            {line('target')}
            <dd>
              {'unquantified' in target
                ? nameIn(target.unquantified, language)
                : limitInWords(target, measure, language)}
              {target.citation && (
                <Box sx={{ color: 'text.secondary' }}>
                  <Cited citation={target.citation} />
                </Box>
              )}
            </dd>
          </>
        )}
        {thresholds.length > 0 && (
          <>
            {line('thresholds')}
            <dd>
              {thresholds.map((threshold) => (
                <div key={threshold.code}>
                  {limitInWords(threshold, measure, language)} →{' '}
                  {text(`resources.criteria-sets.consequences.${threshold.consequence}`)}
                  {threshold.citation && (
                    <Box sx={{ color: 'text.secondary' }}>
                      <Cited citation={threshold.citation} />
                    </Box>
                  )}
                </div>
              ))}
            </dd>
          </>
        )}
        {note && (
          <>
            {line('note')}
            <dd>{nameIn(note, language)}</dd>
          </>
        )}
        {citation && (
          <>
            {line('citation')}
            <dd>
              <Cited citation={citation} />
            </dd>
          </>
        )}
      </Box>
    </Box>
  );
}

/** The calculated ones among these elements and what they are made of, with their formulas. */
function calculatedIn({ dataElements }: CriteriaSetContent, codes: readonly string[]) {
  const formulas = new Map(dataElements.map(({ code, formula }) => [code, formula]));
  return withParts(codes, (code) => formulas.get(code)).flatMap((code) => {
    const formula = formulas.get(code);
    return formula === undefined ? [] : [{ code, formula }];
  });
}

const card = {
  mt: 1,
  px: 1.5,
  py: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  breakInside: 'avoid',
  scrollMarginTop: 64,
  '&:target': { borderColor: 'primary.main' },
} as const;
const facts = {
  m: 0,
  mt: 0.5,
  display: 'grid',
  gridTemplateColumns: { sm: '130px 1fr' },
  columnGap: 2,
  rowGap: 0.25,
  '& dd': { m: 0, minWidth: 0, overflowWrap: 'anywhere' },
} as const;
