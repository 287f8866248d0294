import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { paymentConfig } from "../api/queries";
import { useI18n } from "../i18n/context";
import { explainField, explainRest } from "../i18n/explain";
import { Button } from "../ui/Button";
import type { Draft } from "../ui/draft";
import { Field } from "../ui/Field";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { type FieldErrors, useForm } from "../ui/useForm";
import { MAX_PRICE, parsePrice, writePrice } from "./price";

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
  const currency = useQuery(paymentConfig).data?.currency.toUpperCase();
  const example = writePrice(19.99, locale);

  const check = ({ title, price }: Record<Names, string>): FieldErrors<Names> => {
    const amount = parsePrice(price);
    return {
      ...(title.trim() === "" && { title: t("error.title-missing") }),
      ...(title.trim().length > LONGEST_TITLE && { title: t("error.title-too-long") }),
      ...(amount === undefined && { price: t("field.price.invalid", { example }) }),
      ...(amount !== undefined && amount <= 0 && { price: t("error.price-too-low") }),
      ...(amount !== undefined && amount > MAX_PRICE && { price: t("error.price-too-high") }),
    };
  };
  const form = useForm<Names>({
    check,
    onSubmit: ({ title, price }) => onSubmit({ title: title.trim(), price: parsePrice(price) ?? 0 }),
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
        hint={t("sell.price.hint", { example })}
        error={form.error("price", explainField(error, "price", t))}
        defaultValue={form.restored?.price ?? (ticket === undefined ? "" : writePrice(ticket.price, locale))}
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
