import type { StripeElements, Stripe } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { useEffect, useRef, useState } from "react";
import type { Order, PaymentConfig } from "../api/types";
import { useI18n } from "../i18n/context";
import { useMoney } from "../i18n/format";
import { Button } from "../ui/Button";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { PaymentStatus } from "./PaymentStatus";
import styles from "./StripeCardForm.module.css";
import type { PaymentState } from "./usePayment";

interface StripeCardFormProps {
  order: Order;
  payment: PaymentState;
  config: PaymentConfig & { publishableKey: string };
}

/** Stripe's form in Stripe's iframe: card numbers never reach this page or the services. */
export function StripeCardForm({ order, payment, config }: StripeCardFormProps) {
  const { t, locale } = useI18n();
  const money = useMoney();
  const frame = useRef<HTMLDivElement>(null);
  const form = useRef<{ stripe: Stripe; elements: StripeElements }>(null);
  const [state, setState] = useState<"loading" | "ready" | "failed">("loading");
  const [problem, setProblem] = useState<string>();
  const [checking, setChecking] = useState(false);
  // a second click in the same task comes before the state is rendered
  const submitting = useRef(false);
  const { publishableKey, currency, decimals } = config;
  const { price } = order.ticket;

  useEffect(() => {
    let mounted = true;
    mount().catch(() => mounted && setState("failed"));
    return () => {
      mounted = false;
      form.current?.elements.getElement("payment")?.destroy();
      form.current = null;
    };

    async function mount() {
      const stripe = await loadStripe(publishableKey, { locale: locale.startsWith("de") ? "de" : "en" });
      if (!mounted || frame.current === null) {
        return;
      }
      if (stripe === null) {
        throw new Error("Stripe needs a browser");
      }
      const elements = stripe.elements({
        mode: "payment",
        amount: Math.round(price * 10 ** decimals),
        currency,
        paymentMethodCreation: "manual",
        allowedPaymentMethodTypes: ["card"],
        appearance: { theme: isDark() ? "night" : "stripe" },
      });
      const card = elements.create("payment");
      card.on("ready", () => setState("ready"));
      card.on("loaderror", () => setState("failed"));
      card.mount(frame.current);
      form.current = { stripe, elements };
    }
  }, [publishableKey, currency, decimals, price, locale]);

  async function submit() {
    if (form.current === null || payment.isWaiting || submitting.current) {
      return;
    }
    submitting.current = true;
    const { stripe, elements } = form.current;
    setChecking(true);
    setProblem(undefined);
    try {
      const { error: invalid } = await elements.submit();
      const { paymentMethod, error } =
        invalid === undefined
          ? await stripe.createPaymentMethod({ elements })
          : { paymentMethod: undefined, error: invalid };
      if (paymentMethod === undefined) {
        setProblem(error.message ?? t("error.payment-not-completed"));
        return;
      }
      payment.pay({
        source: { paymentMethodId: paymentMethod.id },
        confirmWithBank: async (clientSecret) => {
          const { paymentIntent } = await stripe.handleNextAction({ clientSecret });
          // an error may also mean that the answer was lost
          return paymentIntent?.status === "succeeded" || paymentIntent?.status === "processing"
            ? "confirmed"
            : "rejected";
        },
      });
    } finally {
      submitting.current = false;
      setChecking(false);
    }
  }

  const busy = payment.isWaiting || checking;
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div
        className={styles.frame}
        ref={frame}
        role="group"
        aria-label={t("checkout.card")}
        aria-busy={state === "loading"}
      />
      {state === "failed" && <Notice kind="error">{t("checkout.card.unavailable")}</Notice>}
      {problem !== undefined && <Notice kind="error">{problem}</Notice>}
      <PaymentStatus payment={payment} />
      <Actions>
        <Button type="submit" look="primary" busy={busy} disabled={state !== "ready"}>
          {busy ? t("checkout.paying") : t("checkout.pay", { price: money(price) })}
        </Button>
      </Actions>
    </Form>
  );
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
}
