import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { paymentConfig } from "../api/queries";
import { useI18n } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { explainField, explainRest } from "../i18n/explain";
import { hasControls, isVisible, lengthOf, trim } from "../text/text";
import { Button } from "../ui/Button";
import type { Draft } from "../ui/draft";
import { Field } from "../ui/Field";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { type FieldErrors, useForm } from "../ui/useForm";
import { readPrice, writePrice } from "./price";

export interface TicketDraft {
  title: string;
  price: number;
}

interface TicketFormProps {
  ticket?: TicketDraft;
  /** Under this name the form keeps what is typed, and restores it. */
  draft: { name: string; extra?: Draft };
  submit: string;
  busy: boolean;
  error: unknown;
  onSubmit: (ticket: TicketDraft) => void;
  onChange?: () => void;
  children?: ReactNode;
}

type Names = "title" | "price";
const FIELDS = ["title", "price"] as const;
const LONGEST_TITLE = 200;

export function TicketForm({ ticket, draft, submit, busy, error, onSubmit, onChange, children }: TicketFormProps) {
  const { t, locale } = useI18n();
  const config = useQuery(paymentConfig).data;
  const currency = config?.currency.toUpperCase();
  const format = { currency, digits: config?.digits, locale };
  const digits = config?.digits ?? 2;
  const example = writePrice(digits === 0 ? 20 : 19.99, locale, digits);

  const check = ({ title, price }: Record<Names, string>): FieldErrors<Names> => {
    const titleProblem = problemOf(title);
    const { problem } = readPrice(price, format);
    return {
      ...(titleProblem !== undefined && { title: t(titleProblem) }),
      ...(problem !== undefined && { price: t(problem, { example, currency: currency ?? "" }) }),
    };
  };
  const form = useForm<Names>({
    check,
    onSubmit: ({ title, price }) => onSubmit({ title: trim(title), price: readPrice(price, format).price ?? 0 }),
    draft: { ...draft, fields: FIELDS },
  });
  const rest = error === null ? undefined : explainRest(error, FIELDS, t);
  return (
    <Form
      {...form.props}
      onChange={(event) => {
        form.props.onChange(event);
        onChange?.();
      }}
    >
      <Field
        name="title"
        label={t("sell.name")}
        hint={t("sell.name.hint")}
        error={form.error("title", explainField(error, "title", t))}
        defaultValue={form.restored?.title ?? ticket?.title}
        required
        autoComplete="off"
      />
      <Field
        name="price"
        short
        label={currency === undefined ? t("ticket.price") : t("sell.price", { currency })}
        hint={t(digits === 0 ? "sell.price.hintWhole" : "sell.price.hint", { example })}
        error={form.error("price", explainField(error, "price", t))}
        defaultValue={form.restored?.price ?? (ticket === undefined ? "" : writePrice(ticket.price, locale, digits))}
        required
        inputMode="decimal"
        autoComplete="off"
      />
      {rest !== undefined && <Notice kind="error">{rest}</Notice>}
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {submit}
        </Button>
        {children}
      </Actions>
    </Form>
  );
}

/** Returns why the service would reject a title, if it would. */
function problemOf(typed: string): MessageKey | undefined {
  const title = trim(typed);
  if (!isVisible(title)) {
    return "error.title-missing";
  }
  if (hasControls(title)) {
    return "error.title-malformed";
  }
  return lengthOf(title) > LONGEST_TITLE ? "error.title-too-long" : undefined;
}
