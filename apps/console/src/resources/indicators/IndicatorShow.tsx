import MuiLink from '@mui/material/Link';
import { elementsOf, formatDecimal, withParts, type CriteriaSetVersionView } from '@nhip/contracts';
import { Link, useParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { NotFound } from '../../app/NotFound.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { FieldList } from '../../shared/FieldList.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { IndicatorCard } from '../criteria-sets/IndicatorCard.js';
import { formulaTextInWords } from '../criteria-sets/rule-words.js';

/** One indicator; its address is the version of its set, a point, and its code. */
export default function IndicatorShow() {
  const { id = '' } = useParams();
  const text = useText();
  const language = useLanguage();
  const at = id.indexOf('.');
  const { data: set, error } = useAnswer<CriteriaSetVersionView>(
    `/criteria-set-versions/${encodeURIComponent(id.slice(0, at))}`,
  );
  if (error) return <PageError error={error} />;
  if (set === undefined) return <LoadingPage />;
  const indicator = set.content.indicators.find(({ code }) => code === decodeURIComponent(id.slice(at + 1)));
  if (indicator === undefined) return <NotFound />;
  const byCode = new Map(set.content.dataElements.map((element) => [element.code, element]));
  const used = new Set(
    withParts(
      [indicator.numerator, indicator.denominator].flatMap((one) => (one ? elementsOf(one) : [])),
      (code) => byCode.get(code)?.formula,
    ),
  );
  const elements = set.content.dataElements.filter(({ code }) => used.has(code));
  return (
    <Page>
      <PageTitle
        title={nameIn(indicator.names, language)}
        subtitle={
          <>
            {indicator.code} · {nameIn(indicator.measure, language)} ·{' '}
            <MuiLink
              component={Link}
              to={`/criteria-sets/${set.setId}/show?version=${set.id}#${indicator.code}`}
            >
              {nameIn(set.names, language)}
            </MuiLink>
            {indicator.maxPoints !== '0' &&
              ` · ${text('resources.criteria-sets.points', { points: formatDecimal(indicator.maxPoints, language) })}`}
          </>
        }
      />
      <Sheet>
        <IndicatorCard indicator={indicator} content={set.content} untitled />
      </Sheet>
      <Sheet title={text('resources.indicators.elements')}>
        <FieldList
          rows={elements.map((element) => ({
            label: nameIn(element.names, language),
            value: (
              <>
                {nameIn(element.measure, language)} ·{' '}
                {element.formula === undefined
                  ? `${text(`resources.indicators.filledBy.${element.filledBy}`)} · ${text(
                      `resources.indicators.frequencies.${element.frequency}`,
                    )}`
                  : text('resources.indicators.calculated', {
                      formula: formulaTextInWords(
                        element.formula,
                        (code) => byCode.get(code)?.names,
                        language,
                      ),
                    })}
                {element.source !== undefined && ` · ${element.source}`}
                {element.illustrative && <IllustrativeMark />}
              </>
            ),
          }))}
        />
      </Sheet>
    </Page>
  );
}
