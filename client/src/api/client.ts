import { type ApiError, isCode, NetworkError, toApiError } from "./errors";
import { serverClock } from "./serverClock";

/** Long enough for a payment that waits for another attempt at it. */
const PATIENCE = 30_000;

export type SessionLoss = "ended" | "banned";

export interface Answer<T> {
  data: T;
  status: number;
  /** The address of the page that follows. */
  next: string | undefined;
}

export interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** Off for requests that tell who one is: their 401 means what it says. */
  refresh?: boolean;
}

const lossListeners = new Set<(loss: SessionLoss) => void>();
let refreshing: Promise<"renewed" | "refused"> | undefined;

/** Tells when a request showed that the person is signed in no more. */
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
    const error = await toApiError(response);
    tellOfBan(error);
    throw error;
  }
  const text = await response.text();
  return {
    // the shape is the contract's, which the generated types and the services' own tests hold
    data: (text === "" ? undefined : JSON.parse(text)) as T,
    status: response.status,
    next: nextPage(response.headers.get("Link")),
  };
}

/** Of any number of requests that need it at once, one is made. */
export function refresh(): Promise<"renewed" | "refused"> {
  refreshing ??= renew().finally(() => {
    refreshing = undefined;
  });
  return refreshing;
}

async function renew(): Promise<"renewed" | "refused"> {
  const response = await send("/api/users/refresh", { method: "POST" });
  if (response.ok) {
    return "renewed";
  }
  if (response.status === 401) {
    lossListeners.forEach((listener) => listener("ended"));
    return "refused";
  }
  const error = await toApiError(response);
  tellOfBan(error);
  throw error;
}

function tellOfBan(error: ApiError): void {
  if (isCode(error, "account-banned")) {
    lossListeners.forEach((listener) => listener("banned"));
  }
}

async function send(path: string, { method = "GET", body, signal }: RequestOptions): Promise<Response> {
  const sentAt = Date.now();
  const timeout = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(path, {
      method,
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    serverClock.observe(response.headers.get("Date"), sentAt);
    return response;
  } catch (error) {
    if (signal?.aborted === true) {
      throw error;
    }
    throw new NetworkError(error);
  }
}

/** Only ever a path of ours: the page must not be sent elsewhere by a header. */
export function nextPage(link: string | null): string | undefined {
  const next = link?.match(/<(\/(?!\/)[^>]*)>\s*;\s*rel="?next"?/);
  return next?.[1];
}
