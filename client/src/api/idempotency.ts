import { tabStorage } from "../browser/storage";
import { ApiError } from "./errors";

interface Attempt {
  key: string;
  body: string;
}

/**
 * Sends a request that creates something with an idempotency key. The key stays the same until an answer has arrived, also
 * after a reload: the service gives another attempt the first answer, which was lost. Another body gets another key.
 */
export async function sendOnce<T>(name: string, body: unknown, send: (key: string) => Promise<T>): Promise<T> {
  const stored = `ticketing.attempt.${name}`;
  const attempt = attemptOf(tabStorage.get(stored), JSON.stringify(body));
  tabStorage.set(stored, JSON.stringify(attempt));
  try {
    const answer = await send(attempt.key);
    tabStorage.set(stored, null);
    return answer;
  } catch (error) {
    if (isAnswer(error)) {
      tabStorage.set(stored, null);
    }
    throw error;
  }
}

function attemptOf(stored: string | null, body: string): Attempt {
  const before = stored === null ? undefined : (JSON.parse(stored) as Attempt);
  return before?.body === body ? before : { key: newKey(), body };
}

/** Without an answer, or after a proxy's answer, the service may have executed the request. */
function isAnswer(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500;
}

/** `crypto.randomUUID` exists on secure origins only. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
