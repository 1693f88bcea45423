import { formatDecimal, type CriteriaSetContent } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { FieldList } from '../../shared/FieldList.js';
import { Sheet } from '../../shared/Sheet.js';
import { Cited } from './Cited.js';
import { gateInWords, quotaInWords, tieBreaksInWords } from './set-words.js';

/** What holds for the set as a whole: maximum, ranking, classes, sanctions, quotas, source. */
export function SetRules({ content }: { content: CriteriaSetContent }) {
  const text = useText();
  const language = useLanguage();
  const { totals, ranking, classification, citation, indicators, dataElements } = content;
  const bands = classification?.bands.map(({ names, from, to }) => {
    const low = from === null ? '' : formatDecimal(from, language);
    const high = to === null ? '' : formatDecimal(to, language);
    const key = from === null ? 'bandUnder' : to === null ? 'bandFrom' : 'bandBetween';
    return text(`resources.criteria-sets.${key}`, { name: nameIn(names, language), from: low, to: high });
  });
  const tieBreaks = tieBreaksInWords(content, language);
  const gates = content.gates.map((gate) => gateInWords(gate, content, language));
  const quotas = classification?.quotas.map((quota) => quotaInWords(quota, content, language)) ?? [];
  return (
    <Sheet>
      <FieldList
        rows={[
          {
            label: text('resources.criteria-sets.fields.content'),
            value: text('resources.criteria-sets.counts', {
              indicators: indicators.length,
              elements: dataElements.length,
            }),
          },
          {
            label: text('resources.criteria-sets.fields.maxPoints'),
            value:
              totals.maxPoints === '0'
                ? text('resources.criteria-sets.noPoints')
                : formatDecimal(totals.maxPoints, language),
          },
          {
            label: text('resources.criteria-sets.fields.ranking'),
            value: text(`resources.criteria-sets.rankings.${ranking.within}`),
          },
          ...(bands
            ? [{ label: text('resources.criteria-sets.fields.classes'), value: bands.join('; ') }]
            : []),
          ...(tieBreaks.length > 0
            ? [{ label: text('resources.criteria-sets.fields.tieBreaks'), value: tieBreaks.join(' → ') }]
            : []),
          ...(gates.length > 0
            ? [{ label: text('resources.criteria-sets.fields.gates'), value: <Lines lines={gates} /> }]
            : []),
          ...(quotas.length > 0
            ? [{ label: text('resources.criteria-sets.fields.quotas'), value: <Lines lines={quotas} /> }]
            : []),
          ...(citation
            ? [
                {
                  label: text('resources.criteria-sets.fields.citation'),
                  value: <Cited citation={citation} />,
                },
              ]
            : []),
        ]}
      />
    </Sheet>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </>
);
