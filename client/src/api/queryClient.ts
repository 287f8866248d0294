import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./errors";

const RETRIES = 3;

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // a retry helps with a lost connection or an overloaded server, but not with a rejected request
        retry: (failures, error) => failures < RETRIES && !(error instanceof ApiError && error.status < 500),
      },
      // offline, an action fails at once instead of being executed later
      mutations: { networkMode: "always" },
    },
  });
}
