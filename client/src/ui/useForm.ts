import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useT } from "../i18n/context";
import { type Draft, readDraft, saveDraft } from "./draft";

export type FieldErrors<F extends string> = Partial<Record<F, string>>;
type Values<F extends string> = Record<F, string>;

interface FormOptions<F extends string> {
  check: (values: Values<F>) => FieldErrors<F>;
  onSubmit: (values: Values<F>) => void;
  /** The service's error. When it changes, the first field that shows a part of it gets the focus. */
  failure?: unknown;
  /**
   * Keeps what is typed into these fields until the draft is discarded, even if the page is reloaded. Passwords are
   * never kept.
   */
  draft?: { name: string; fields: readonly F[]; extra?: Draft };
}

/** Validates a form on submit and passes its values on, or focuses the first invalid field. */
export function useForm<F extends string>({ check, onSubmit, failure, draft }: FormOptions<F>) {
  const t = useT();
  const [errors, setErrors] = useState<FieldErrors<F>>({});
  // since the last submit; the service's answer is about the values before
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const [restored] = useState(() => (draft === undefined ? undefined : readDraft(draft.name)));
  const submitted = useRef<HTMLFormElement>(null);
  const shown = useRef(failure);
  useEffect(() => {
    if (shown.current !== failure) {
      shown.current = failure;
      submitted.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [failure]);

  function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    submitted.current = form;
    const typed = valuesOf<F>(form);
    const found = errorsOf(form, typed);
    setErrors(found);
    setChanged(new Set());
    const first = Object.keys(found)[0];
    if (first === undefined) {
      onSubmit(typed);
    } else {
      focusField(form, first);
    }
  }

  function errorsOf(form: HTMLFormElement, typed: Values<F>): FieldErrors<F> {
    const incomplete = incompleteFields(form).map((name) => [name, t("field.incomplete")]);
    return { ...check(typed), ...(Object.fromEntries(incomplete) as FieldErrors<F>) };
  }

  function change(event: SyntheticEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const typed = valuesOf<F>(form);
    if (draft !== undefined) {
      const kept = Object.fromEntries(draft.fields.map((field) => [field, typed[field]]));
      saveDraft(draft.name, { ...kept, ...draft.extra });
    }
    const { name } = event.target as HTMLInputElement;
    setChanged((before) => new Set(before).add(name));
    const found = errorsOf(form, typed);
    setErrors((before) => (isField(name, before) ? withoutCorrected(before, name, found) : before));
  }

  return {
    props: { onSubmit: submit, onChange: change, noValidate: true },
    /** What was typed into the form before it was built again. */
    restored: restored as Partial<Values<F>> | undefined,
    /** Returns the error to show at a field. The service's error disappears when the field is changed. */
    error: (field: F, fromService?: string): string | undefined =>
      errors[field] ?? (changed.has(field) ? undefined : fromService),
  };
}

function valuesOf<F extends string>(form: HTMLFormElement): Values<F> {
  return Object.fromEntries(new FormData(form)) as Values<F>;
}

/** Returns the fields with an input that is no value yet, such as a date without a time. */
function incompleteFields(form: HTMLFormElement): string[] {
  return [...form.elements]
    .filter((field) => field instanceof HTMLInputElement)
    .filter(({ value, validity }) => value === "" && validity.badInput)
    .map(({ name }) => name);
}

function isField<F extends string>(name: string, errors: FieldErrors<F>): name is F {
  return Object.hasOwn(errors, name);
}

/** Replaces the error of one field by its error now, if it still has one. */
function withoutCorrected<F extends string>(before: FieldErrors<F>, field: F, now: FieldErrors<F>): FieldErrors<F> {
  const others = Object.entries(before).filter(([name]) => name !== field);
  const still = now[field] === undefined ? [] : [[field, now[field]]];
  return Object.fromEntries([...others, ...still]) as FieldErrors<F>;
}

function focusField(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLElement) {
    field.focus();
  }
}
