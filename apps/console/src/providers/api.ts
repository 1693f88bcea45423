import type { Language } from '@nhip/contracts';
import { ApiProblem } from './api-problem.js';
import { Intents } from './intents.js';
import { uploadingFetch, type OnProgress } from './uploading-fetch.js';

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  /** Below `/api`, encoded: `/units/0190…`. */
  readonly path: string;
  /** Absent values are left out; lists are repeated. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** JSON, or a form with a file. */
  readonly body?: unknown;
  /** Revision of the record the person was looking at (`If-Match`). */
  readonly revision?: number | string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Of a large file, where its progress is shown. */
  readonly onProgress?: OnProgress;
  /** Before anybody is signed in a 401 is an answer, not an interruption. */
  readonly anonymous?: boolean;
}

export interface ApiOptions {
  readonly fetch?: typeof fetch;
  readonly intents?: Intents;
  readonly language: () => Language;
  /** Asks the person to sign in again; true when the same person did, so the request can be repeated. */
  readonly renew?: () => Promise<boolean>;
}

/** The one place that speaks HTTP: language, idempotency key, revision, signing in again, refusals. */
export class Api {
  private readonly intents: Intents;

  constructor(private readonly options: ApiOptions) {
    this.intents = options.intents ?? new Intents();
  }

  /** The decoded answer; undefined for 204. Throws ApiProblem, or the AbortError of the signal. */
  async send<Answer>(request: ApiRequest): Promise<Answer> {
    const intent = intentOf(request);
    const key = intent === undefined ? undefined : this.intents.keyOf(intent);
    try {
      const answer = await this.attempt<Answer>(request, key);
      if (intent !== undefined) this.intents.settle(intent);
      return answer;
    } catch (error) {
      if (intent !== undefined && error instanceof ApiProblem && !error.uncertain)
        this.intents.settle(intent);
      throw error;
    }
  }

  private async attempt<Answer>(request: ApiRequest, key: string | undefined): Promise<Answer> {
    const response = await this.fetch(request, key);
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer;
    const problem = await ApiProblem.from(response, this.options.language());
    const ended = response.status === 401 && request.anonymous !== true;
    if (ended && this.options.renew && (await this.options.renew())) return this.attempt(request, key);
    throw problem;
  }

  private async fetch(request: ApiRequest, key: string | undefined): Promise<Response> {
    const { method = 'GET', body, revision, signal } = request;
    const isForm = body instanceof FormData;
    const headers = new Headers({ accept: 'application/json', 'accept-language': this.options.language() });
    if (body !== undefined && !isForm) headers.set('content-type', 'application/json');
    if (key !== undefined) headers.set('idempotency-key', key);
    if (revision !== undefined) headers.set('if-match', `"${revision}"`);
    const send = request.onProgress ? uploadingFetch(request.onProgress) : (this.options.fetch ?? fetch);
    try {
      return await send(address(request), {
        method,
        headers,
        credentials: 'same-origin',
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw ApiProblem.unreachable(this.options.language());
    }
  }
}

/** `/api/units?page=1&kind=a&kind=b` */
export function address({ path, query = {} }: Pick<ApiRequest, 'path' | 'query'>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}

/** What makes a command the same one when sent again; a read needs no key, a file is always a new intent. */
function intentOf({ method = 'GET', path, body, revision }: ApiRequest): string | undefined {
  if (method === 'GET') return undefined;
  if (body instanceof FormData) return `${path} ${crypto.randomUUID()}`;
  return JSON.stringify([method, path, revision ?? null, body ?? null]);
}
