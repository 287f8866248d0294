import { type SyntheticEvent, useRef, useState } from "react";

export type FieldErrors<F extends string> = Partial<Record<F, string>>;

/** Validates a form on submit and passes its values on, or focuses the first invalid field. */
export function useForm<F extends string>(
  check: (values: Record<F, string>) => FieldErrors<F>,
  onSubmit: (values: Record<F, string>) => void,
) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FieldErrors<F>>({});

  function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(event.currentTarget)) as Record<F, string>;
    const found = check(typed);
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first === undefined) {
      onSubmit(typed);
    } else {
      focusField(event.currentTarget, first);
    }
  }

  return { props: { ref: form, onSubmit: submit, noValidate: true }, errors };
}

function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLElement) {
    field.focus();
  }
}
