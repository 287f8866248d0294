import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./errors";

const RETRIES = 3;

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // asking again helps against a lost connection or a busy server, and not against a "no"
        retry: (failures, error) => failures < RETRIES && !(error instanceof ApiError && error.status < 500),
      },
      // an action that cannot be sent has to say so, and must not happen at some later time
      mutations: { networkMode: "always" },
    },
  });
}
