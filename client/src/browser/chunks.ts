import { timeLimit } from "./timeLimit";

const PROBE_TIMEOUT = 10_000;

/** A part of the page could not be loaded: no connection, or a deployment has replaced its file. */
export class ChunkError extends Error {
  constructor(cause: unknown) {
    super("A part of the page could not be loaded", { cause });
    this.name = "ChunkError";
  }
}

/** Loads a part of the page on demand. Browsers differ in what they throw, so each failure is a ChunkError. */
export async function loadChunk<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new ChunkError(error);
  }
}

/** For tests, where a document cannot be loaded again. */
export const documentLoader = {
  reload: () => window.location.reload(),
};

/**
 * Reloads the page, which replaces files of before a deployment, but once only per entry of the history: its state
 * survives a reload, even where storage is blocked. Without a connection it does not, as that would lose the page.
 */
export async function recoverFromMissingChunk(): Promise<"reloading" | "offline" | "failed"> {
  if (!(await serverAnswers())) {
    return "offline";
  }
  const state = window.history.state as { reloaded?: boolean } | null;
  if (state?.reloaded === true) {
    return "failed";
  }
  window.history.replaceState({ ...state, reloaded: true }, "");
  documentLoader.reload();
  return "reloading";
}

async function serverAnswers(): Promise<boolean> {
  const limit = timeLimit(PROBE_TIMEOUT);
  try {
    const response = await fetch("/", {
      method: "HEAD",
      headers: { Accept: "text/html" },
      cache: "no-store",
      signal: limit.signal,
    });
    return response.ok;
  } catch {
    return false;
  } finally {
    limit.clear();
  }
}
