import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { paymentConfig } from "../api/queries";
import { useI18n } from "../i18n/context";
import { explainField, explainRest } from "../i18n/explain";
import { Button } from "../ui/Button";
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
  draft?: TicketDraft;
  submit: string;
  busy: boolean;
  error: unknown;
  onSubmit: (draft: TicketDraft) => void;
  onChange?: () => void;
  children?: ReactNode;
}

type Names = "title" | "price";
const LONGEST_TITLE = 200;

export function TicketForm({ draft, submit, busy, error, onSubmit, onChange, children }: TicketFormProps) {
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
  const form = useForm<Names>(check, ({ title, price }) =>
    onSubmit({ title: title.trim(), price: parsePrice(price) ?? 0 }),
  );
  const rest = error === null ? undefined : explainRest(error, ["title", "price"], t);
  return (
    <Form {...form.props} onChange={onChange}>
      <Field
        name="title"
        label={t("sell.name")}
        hint={t("sell.name.hint")}
        error={form.errors.title ?? explainField(error, "title", t)}
        defaultValue={draft?.title}
        required
        autoComplete="off"
      />
      <Field
        name="price"
        short
        label={currency === undefined ? t("ticket.price") : t("sell.price", { currency })}
        hint={t("sell.price.hint", { example })}
        error={form.errors.price ?? explainField(error, "price", t)}
        defaultValue={draft === undefined ? "" : writePrice(draft.price, locale)}
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
