import { ownPath } from "../browser/ownPath";
import { timeLimit } from "../browser/timeLimit";
import { type ApiError, isCode, NetworkError, toApiError } from "./errors";
import { serverClock } from "./serverClock";

/** Long enough for a payment that waits for a concurrent attempt on the same order. */
const REQUEST_TIMEOUT = 30_000;
/** Long enough for a file of 5 MB at 0.4 Mbit/s. */
const UPLOAD_TIMEOUT = 120_000;

export type SessionLoss = "ended" | "banned";

export interface Answer<T> {
  data: T;
  status: number;
  /** The address of the next page of a list. */
  next: string | undefined;
}

export interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** Sent as JSON, or as a form. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Whether a 401 renews the session first. Off for sign-in and sign-up, where no session is needed. */
  refresh?: boolean;
  /** The key that all attempts of one request share, so that they create at most one thing. */
  idempotencyKey?: string;
  /** The W3C trace context that the request belongs to. */
  traceparent?: string;
}

/** A response whose body has arrived completely. */
export interface Received {
  ok: boolean;
  status: number;
  headers: Headers;
  text: string;
}

const lossListeners = new Set<(loss: SessionLoss) => void>();
let refreshing: Promise<"renewed" | "rejected"> | undefined;

/** Calls the listener when a response shows that the user is no longer signed in. Returns a function that removes it. */
export function onSessionLoss(listener: (loss: SessionLoss) => void): () => void {
  lossListeners.add(listener);
  return () => lossListeners.delete(listener);
}

export async function request<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  let response = await send(path, options);
  if (response.status === 401 && options.refresh !== false && (await refresh()) === "renewed") {
    response = await send(path, options);
  }
  if (!response.ok) {
    const error = toApiError(response);
    reportBan(error);
    throw error;
  }
  return {
    // T comes from the OpenAPI descriptions, and the services' own tests compare the responses with them
    data: (response.text === "" ? undefined : JSON.parse(response.text)) as T,
    status: response.status,
    next: nextPage(response.headers.get("Link")),
  };
}

/** Renews the session; concurrent callers share one request. */
export function refresh(): Promise<"renewed" | "rejected"> {
  refreshing ??= renew().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

/** Waits until a refresh that has been sent is answered or has failed. */
export async function settledRefresh(): Promise<void> {
  await refreshing?.catch(() => undefined);
}

async function renew(): Promise<"renewed" | "rejected"> {
  const response = await send("/api/users/refresh", { method: "POST" });
  if (response.ok) {
    return "renewed";
  }
  if (response.status === 401) {
    lossListeners.forEach((listener) => listener("ended"));
    return "rejected";
  }
  const error = toApiError(response);
  reportBan(error);
  throw error;
}

function reportBan(error: ApiError): void {
  if (isCode(error, "account-banned")) {
    lossListeners.forEach((listener) => listener("banned"));
  }
}

async function send(path: string, options: RequestOptions): Promise<Received> {
  const { method = "GET", body, signal, idempotencyKey, traceparent } = options;
  const sentAt = Date.now();
  const isForm = body instanceof FormData;
  // outside of the attempt to send: a mistake in the request is not a lost connection
  const init = {
    method,
    headers: {
      Accept: "application/json",
      // the language of the page, in which the user also gets emails
      "Accept-Language": document.documentElement.lang || "en",
      // the browser adds the type of a form, with its boundary
      ...(body !== undefined && !isForm && { "Content-Type": "application/json" }),
      ...(idempotencyKey !== undefined && { "Idempotency-Key": idempotencyKey }),
      ...(traceparent !== undefined && { traceparent }),
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  };
  const limit = timeLimit(isForm ? UPLOAD_TIMEOUT : REQUEST_TIMEOUT, signal);
  try {
    const response = await fetch(path, { ...init, signal: limit.signal });
    serverClock.observe(response.headers.get("Date"), sentAt);
    const { ok, status, headers } = response;
    return { ok, status, headers, text: await response.text() };
  } catch (error) {
    // fetch and the body reject with a TypeError when the connection fails
    if (limit.isOver() || (error instanceof TypeError && signal?.aborted !== true)) {
      throw new NetworkError(error);
    }
    throw error;
  } finally {
    limit.clear();
  }
}

/** Returns the path of the next page. Other origins are ignored, as a header must not redirect requests elsewhere. */
export function nextPage(link: string | null): string | undefined {
  const next = link?.match(/<([^>]*)>\s*;\s*rel="?next"?/)?.[1];
  return next === undefined ? undefined : ownPath(next);
}
