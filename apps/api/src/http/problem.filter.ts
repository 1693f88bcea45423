import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import {
  describeError,
  errorText,
  fill,
  guardTexts,
  platformErrors,
  type Language,
  type Problem,
} from '@nhip/contracts';
import { DomainError, FieldFaults, type ErrorParams } from '@nhip/core/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { isUnavailable } from './unavailable.js';
import { ValidationFailed } from './validation.pipe.js';

type Extra = Pick<Problem, 'errors' | 'current'>;
interface Refused {
  readonly code: string;
  readonly params?: ErrorParams;
  readonly extra?: Extra;
}

/** Every error leaves as RFC 9457 problem details, in the reader's language, with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request);
  if (problem.status >= 500) request.log.error({ err: error }, problem.code);
  const seconds = error instanceof DomainError ? error.params['seconds'] : undefined;
  if (problem.status === 429 && typeof seconds === 'number')
    void reply.header('retry-after', String(seconds));
  void reply.status(problem.status).type('application/problem+json').send(problem);
}

function problemOf(error: unknown, request: FastifyRequest): Problem {
  const language = languageOf(request.headers['accept-language']);
  const { code, params = {}, extra = {} } = refusedBy(error, language);
  const text = errorText(code) ?? platformErrors.INTERNAL;
  const detail = fill(text[language], { ...params, requestId: request.id });
  return {
    type: `urn:nhip:problem:${code}`,
    title: detail.split(/(?<=[.:])\s/, 1)[0] ?? detail,
    status: text.status,
    code,
    detail,
    requestId: request.id,
    ...extra,
  };
}

function refusedBy(error: unknown, language: Language): Refused {
  if (error instanceof ValidationFailed) return invalid(error, language);
  if (error instanceof FieldFaults) return faulty(error, language);
  if (error instanceof DomainError) {
    if (errorText(error.code) === undefined) return { code: 'INTERNAL' };
    return { code: error.code, params: readable(error.params, language), extra: currentOf(error) };
  }
  if (isUnavailable(error)) return { code: 'SERVICE_UNAVAILABLE' };
  return { code: codeByStatus[statusOf(error)] ?? 'INTERNAL' };
}

/** A guard is named by what stands in the way, not by its machine name. */
function readable(params: ErrorParams, language: Language): ErrorParams {
  const words = wordsOf(params, language);
  const guard = typeof params['guard'] === 'string' ? guardTexts[params['guard']] : undefined;
  return guard === undefined ? words : { ...words, guard: guard[language] };
}

function invalid(error: ValidationFailed, language: Language): Refused {
  const checked = error.inLanguage(language);
  if (checked.ok) return { code: 'INTERNAL' };
  const { unknownField, errors } = checked;
  return unknownField === undefined
    ? { code: 'VALIDATION_FAILED', extra: { errors } }
    : { code: 'UNKNOWN_FIELD', params: { field: unknownField }, extra: { errors } };
}

/** Entries a use case refused, each in words. */
function faulty({ code, faults }: FieldFaults, language: Language): Refused {
  const errors = faults.map((fault) => ({
    path: fault.path,
    code: fault.code,
    message: describeError(fault.code, wordsOf(fault.params, language), language),
  }));
  return { code, extra: { errors } };
}

/** Names in the reader's language. */
function wordsOf(params: ErrorParams, language: Language): ErrorParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'vi' in value
        ? ((language === 'en' ? value.en : undefined) ?? value.vi)
        : value,
    ]),
  );
}

/** With a conflict: what stands there now. */
function currentOf({ code, params: { record } }: DomainError): Extra {
  const isConflict = code === 'REVISION_CONFLICT' || code === 'FIGURES_OVERTAKEN';
  return isConflict && typeof record === 'string' ? { current: JSON.parse(record) } : {};
}

/** What the framework itself refuses: no such route, a body that cannot be read. */
const codeByStatus: Readonly<Record<number, string>> = {
  400: 'MALFORMED_REQUEST',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  415: 'CONTENT_TYPE_UNKNOWN',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
}
