import type { Language, Problem } from '@nhip/contracts';

const unreachable = {
  vi: 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại; những gì đã nhập vẫn còn trên màn hình.',
  en: 'The server cannot be reached. Check the network and try again; what you typed is still on the screen.',
} as const satisfies Record<Language, string>;

/**
 * A refusal or failure of the API. `body.errors` (path → words) is the shape in which react-admin's forms
 * take errors of fields; `problem` is the whole answer.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly body: { readonly errors: Readonly<Record<string, string>> };

  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.status = problem.status;
    this.body = { errors: Object.fromEntries((problem.errors ?? []).map((one) => [one.path, one.message])) };
  }

  get code(): string {
    return this.problem.code;
  }

  /** The server may or may not have done it: no answer came, or it failed on the way. */
  get uncertain(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  static unreachable(language: Language): ApiProblem {
    const detail = unreachable[language];
    return new ApiProblem({
      type: 'about:blank',
      title: detail,
      status: 0,
      code: 'UNREACHABLE',
      detail,
      requestId: '',
    });
  }

  /** From an answer that is no success; one that is not of the API's making (a proxy's page) is told plainly. */
  static async from(response: Response, language: Language): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => undefined);
    if (isProblem(body)) return new ApiProblem({ ...body, status: response.status });
    const detail = `${unreachable[language]} (HTTP ${response.status})`;
    const requestId = response.headers.get('x-request-id') ?? '';
    return new ApiProblem({
      type: 'about:blank',
      title: detail,
      status: response.status,
      code: 'UNREADABLE_ANSWER',
      detail,
      requestId,
    });
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}

/**
 * For a form of one item sent in a list: remarks on `units.0.code` are remarks on `code`. Rethrows what it
 * was given where no path begins so.
 */
export async function pathsWithin<Answer>(prefix: string, sent: Promise<Answer>): Promise<Answer> {
  try {
    return await sent;
  } catch (error) {
    if (!(error instanceof ApiProblem) || !error.problem.errors) throw error;
    const errors = error.problem.errors.map((one) =>
      one.path.startsWith(`${prefix}.`) ? { ...one, path: one.path.slice(prefix.length + 1) } : one,
    );
    throw new ApiProblem({ ...error.problem, errors });
  }
}
