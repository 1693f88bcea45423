import {
  check,
  criteriaSetContent,
  describeRemark,
  type CriteriaSetContent,
  type PreviewedCriteriaSet,
} from '@nhip/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../../i18n/use-text.js';
import { useSession } from '../../../session/SessionContext.js';
import type { PlaceRemark } from './editing.js';
import type { SampleFigures } from './sample.js';

/** Typing is over for now. */
const PAUSE = 500;

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface SampleQuestion {
  readonly figures: SampleFigures;
  readonly months: number;
  /** For rules that compare units. */
  readonly peers: readonly SampleFigures[];
}

/** What the schema says of a content at once, and the linter and a trial of one indicator as soon as typing pauses. */
export function usePreview(
  content: CriteriaSetContent,
  indicator: string | undefined,
  { figures, months, peers }: SampleQuestion,
) {
  const session = useSession();
  const language = useLanguage();
  const checked = useMemo(() => check(criteriaSetContent, content, language), [content, language]);
  const asked = useMemo(
    () => ({ content, indicator, figures, months, peers }),
    [content, indicator, figures, months, peers],
  );
  const settled = useSettled(asked);
  const valid = useMemo(() => criteriaSetContent.safeParse(settled.content).success, [settled]);
  const answer = useQuery({
    queryKey: ['criteria-preview', settled],
    enabled: valid,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 30_000,
    queryFn: ({ signal }) =>
      session.api.send<PreviewedCriteriaSet>({
        method: 'POST',
        path: '/criteria-sets/preview',
        body: settled,
        signal,
      }),
  });
  const remarks = useMemo((): readonly PlaceRemark[] => {
    const invalid = checked.ok
      ? []
      : checked.errors.map(({ path, message }) => ({ severity: 'invalid' as const, path, message }));
    const found = (answer.data?.remarks ?? []).map((remark) => ({
      severity: remark.severity,
      path: remark.path.join('.'),
      message: describeRemark(remark, language),
    }));
    return [...invalid, ...found];
  }, [checked, answer.data, language]);
  return {
    valid: checked.ok,
    remarks,
    /** Of the content as it was when typing last paused; undefined while nothing has come yet. */
    answer: answer.data,
    fresh: settled === asked && !answer.isFetching,
    failed: answer.error,
  };
}
