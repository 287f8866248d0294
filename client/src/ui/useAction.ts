import { useMutation, type UseMutationOptions } from "@tanstack/react-query";
import { useRef } from "react";

/**
 * A mutation that runs once at a time. A button is busy only after the next render, which a second click in the same
 * task, or on a slow device, comes before.
 */
export function useAction<Data, Variables = void>(options: UseMutationOptions<Data, Error, Variables>) {
  const running = useRef(false);
  const { mutate: start, ...mutation } = useMutation<Data, Error, Variables>(options);
  const mutate = (variables: Variables) => {
    if (running.current) {
      return;
    }
    running.current = true;
    start(variables, {
      onSettled: () => {
        running.current = false;
      },
    });
  };
  return { ...mutation, mutate };
}
