import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import { useRef } from "react";

/**
 * A mutation that runs once at a time. A button is busy only after the next render, which a second click in the same
 * task, or on a slow device, comes before. `mutate` returns whether it has started.
 */
export function useAction<Data, Variables = void>(options: UseMutationOptions<Data, Error, Variables>) {
  const running = useRef(false);
  const { mutate: start, ...mutation } = useMutation<Data, Error, Variables>({
    ...options,
    // not as an option of `mutate`: those are not called after a reset
    onSettled: (...result) => {
      running.current = false;
      return options.onSettled?.(...result);
    },
  });
  const mutate = (variables: Variables): boolean => {
    if (running.current) {
      return false;
    }
    running.current = true;
    start(variables);
    return true;
  };
  return { ...mutation, mutate };
}
