/** One error of a response. Programs match the code; the message is for developers and never shown. */
export interface ErrorItem {
  message: string;
  field?: string;
  code?: string;
}

/** A service responded with an error. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly items: ErrorItem[],
    /** The current state, sent with a 409. */
    readonly current?: unknown,
    readonly retryAfterSeconds?: number,
  ) {
    super(items.map((item) => item.message).join("; "));
    this.name = "ApiError";
  }
}

/** No response arrived, so it is unknown whether the request was executed. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super("No response", { cause });
    this.name = "NetworkError";
  }
}

export function isStatus(error: unknown, status: number): error is ApiError {
  return error instanceof ApiError && error.status === status;
}

export function isCode(error: unknown, code: string): error is ApiError {
  return error instanceof ApiError && error.items.some((item) => item.code === code);
}

export function toApiError(response: { status: number; headers: Headers; text: string }): ApiError {
  const body = parse(response.text);
  const retryAfter = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return new ApiError(
    response.status,
    itemsOf(body),
    isObject(body) ? body["current"] : undefined,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

/** Errors of proxies are no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function itemsOf(body: unknown): ErrorItem[] {
  if (!isObject(body) || !Array.isArray(body["errors"])) {
    return [];
  }
  return body["errors"].filter(isErrorItem);
}

function isErrorItem(item: unknown): item is ErrorItem {
  return isObject(item) && typeof item["message"] === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
