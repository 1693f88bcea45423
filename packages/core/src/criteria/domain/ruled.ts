import type { CriteriaSetContent, Indicator, RulePart } from '@nhip/contracts';
import type { Path } from './remarks.js';

/** What has a rule and a maximum: an indicator, or a part of a composed one in its indicator's direction. */
export type Ruled = Pick<
  Indicator,
  'direction' | 'maxPoints' | 'pointsRounding' | 'shownAs' | 'numerator' | 'denominator' | 'declaredPart'
> & { readonly rule: Indicator['rule'] | RulePart['rule'] };

/** Everything with a rule in the set, with its place. */
export const ruledOf = ({ indicators }: CriteriaSetContent): { ruled: Ruled; path: Path }[] =>
  indicators.flatMap((indicator, index) => {
    const path = ['indicators', index];
    const parts = indicator.rule.type === 'composed' ? indicator.rule.parts : [];
    return [
      { ruled: indicator, path },
      ...parts.map((part, at) => ({
        ruled: { ...part, direction: indicator.direction },
        path: [...path, 'rule', 'parts', at],
      })),
    ];
  });
