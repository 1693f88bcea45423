import { evidenceTypes, LARGEST_EVIDENCE, describeError, type Problem } from '@nhip/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../i18n/use-text.js';
import { ApiProblem } from '../../providers/api-problem.js';
import { useSession } from '../../session/SessionContext.js';
import type { EvidenceOf } from './evidence-of.js';

const MEBIBYTE = 1024 * 1024;

/** Sends files one after another, each with the same citation; what the first refusal leaves over is answered. */
export function useEvidenceUpload({ subjectKind, subjectId, cell }: EvidenceOf) {
  const session = useSession();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [sending, setSending] = useState<{ readonly name: string; readonly sent: number }>();
  const [problem, setProblem] = useState<unknown>();

  /** What can be told before anything is sent. */
  const refusal = ({ name, size }: File): ApiProblem | undefined => {
    const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
    const told = (code: string, params: Readonly<Record<string, unknown>>) =>
      new ApiProblem({ ...blank, code, detail: describeError(code, params, language) });
    if (!Object.hasOwn(evidenceTypes, ending))
      return told('EVIDENCE_TYPE_NOT_ALLOWED', { name, allowed: Object.keys(evidenceTypes).join(', ') });
    if (size > LARGEST_EVIDENCE) return told('EVIDENCE_TOO_LARGE', { most: LARGEST_EVIDENCE / MEBIBYTE });
    return undefined;
  };

  const send = async (files: readonly File[], words: Readonly<Record<string, string>>) => {
    setProblem(undefined);
    const left = [...files];
    try {
      for (const file of files) {
        const refused = refusal(file);
        if (refused) throw refused;
        setSending({ name: file.name, sent: 0 });
        const body = new FormData();
        const place = cell && { element: cell.element, month: cell.month ?? '' };
        const fields = { subjectKind, subjectId, ...place, ...words };
        for (const [name, value] of Object.entries(fields)) if (value !== '') body.append(name, value);
        body.append('file', file);
        const onProgress = (sent: number) => setSending({ name: file.name, sent });
        await session.api.send({ method: 'POST', path: '/evidence', body, onProgress });
        left.shift();
      }
    } catch (error) {
      setProblem(error);
    }
    setSending(undefined);
    await queryClient.invalidateQueries();
    return left;
  };
  return { send, sending, problem, forget: () => setProblem(undefined) };
}

const blank: Omit<Problem, 'code' | 'detail'> = {
  type: 'about:blank',
  title: '',
  status: 422,
  requestId: '',
};
