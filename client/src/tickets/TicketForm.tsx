import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { paymentConfig } from "../api/queries";
import { useI18n } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { explainField, explainRest } from "../i18n/explain";
import { useMoney } from "../i18n/format";
import { hasControls, isVisible, lengthOf, trim } from "../text/text";
import { Button } from "../ui/Button";
import type { Draft } from "../ui/draft";
import { Field, SelectField } from "../ui/Field";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { type FieldErrors, useForm } from "../ui/useForm";
import { FactFields, factProblem, typedFacts } from "./FactFields";
import { FACTS, type FactName, type Facts, NO_FACTS } from "./facts";
import { examplePrice, LONGEST_INPUT, type PriceFormat, readPrice, writePrice } from "./price";

export interface TicketDraft {
  title: string;
  price: number;
  facts: Facts;
  quantity?: number;
}

interface TicketFormProps {
  ticket?: TicketDraft;
  /** Under this name the form keeps what is typed, and restores it. */
  draft: { name: string; extra?: Draft };
  /** Without it, the ticket cannot be saved at present. */
  submit: string | undefined;
  /** Offers to list several identical tickets. */
  several?: boolean;
  busy: boolean;
  error: unknown;
  onSubmit: (ticket: TicketDraft) => void;
  onChange?: () => void;
  children?: ReactNode;
}

type Names = "title" | "price" | "quantity" | FactName;
const FIELDS = ["title", "price", "quantity", ...FACTS] as const;
const MAX_QUANTITY = 10;
const LONGEST_TITLE = 200;

export function TicketForm({
  ticket,
  draft,
  submit,
  several = false,
  busy,
  error,
  onSubmit,
  onChange,
  children,
}: TicketFormProps) {
  const { t, locale } = useI18n();
  const money = useMoney();
  const config = useQuery(paymentConfig).data;
  const currency = config?.currency.toUpperCase();
  const format: PriceFormat = { ...config, currency, locale };
  const digits = config?.digits ?? 2;
  const example = examplePrice(format);
  const priceValues = {
    example,
    currency: currency ?? "",
    count: digits,
    longest: LONGEST_INPUT,
    minimum: money(config?.minimum ?? 0),
    maximum: money(config?.maximum ?? 0),
  };

  const facts = ticket?.facts ?? NO_FACTS;
  const check = ({ title, price, ...typed }: Record<Names, string>): FieldErrors<Names> => {
    const titleProblem = problemOf(title);
    const { problem } = readPrice(price, format);
    return {
      ...(titleProblem !== undefined && { title: t(titleProblem) }),
      ...(problem !== undefined && { price: t(problem, priceValues) }),
      ...Object.fromEntries(
        FACTS.flatMap((name) => {
          const found = factProblem(name, typed[name]);
          return found === undefined ? [] : [[name, t(found.message, { count: found.count })]];
        }),
      ),
    };
  };
  const form = useForm<Names>({
    check,
    onSubmit: ({ title, price, quantity, ...typed }) =>
      onSubmit({
        ...(several && quantity !== "1" && { quantity: Number(quantity) }),
        title: trim(title),
        price: readPrice(price, format).price ?? 0,
        facts: typedFacts(typed, facts),
      }),
    failure: error,
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
        hint={t(digits === 0 ? "sell.price.hintWhole" : "sell.price.hint", priceValues)}
        error={form.error("price", explainField(error, "price", t))}
        defaultValue={form.restored?.price ?? (ticket === undefined ? "" : writePrice(ticket.price, locale, digits))}
        required
        inputMode="decimal"
        autoComplete="off"
      />
      {several && (
        <SelectField
          name="quantity"
          label={t("sell.quantity")}
          error={form.error("quantity", explainField(error, "quantity", t))}
          defaultValue={form.restored?.quantity ?? "1"}
        >
          {Array.from({ length: MAX_QUANTITY }, (_, index) => (
            <option key={index}>{index + 1}</option>
          ))}
        </SelectField>
      )}
      <FactFields
        facts={facts}
        restored={form.restored}
        error={(name) => form.error(name, explainField(error, name, t))}
      />
      {rest !== undefined && <Notice kind="error">{rest}</Notice>}
      <Actions>
        {submit !== undefined && (
          <Button type="submit" look="primary" busy={busy}>
            {submit}
          </Button>
        )}
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
