import { randomHex } from "../browser/randomHex";
import { tabStorage } from "../browser/storage";
import { ApiError } from "./errors";

interface Attempt {
  key: string;
  body: string;
  /** When the first request with the key was sent. */
  since: number;
}

/** After this number of milliseconds, the same body is a new request of the user's, not another attempt. */
const KEY_LIFE = 15 * 60_000;

/** Rejections that leave the outcome of an earlier attempt open. */
const UNDECIDED: readonly number[] = [401, 408, 429, 431];

/**
 * Sends a request that creates something with an idempotency key. The key stays the same until the outcome is known,
 * even after a reload: a further attempt then gets the first response, which was lost. A different body gets a
 * different key, and so does an attempt after a quarter of an hour.
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
  const now = Date.now();
  const isRepeated = before?.body === body && Math.abs(now - before.since) < KEY_LIFE;
  return isRepeated ? before : { key: randomHex(16), body, since: now };
}

/** Without an answer, or after a proxy's answer, the service may have executed the request. */
function isAnswer(error: unknown): boolean {
  return error instanceof ApiError && error.status < 500 && !UNDECIDED.includes(error.status);
}
