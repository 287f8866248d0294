import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { paymentConfig } from "../api/queries";
import { useI18n } from "./context";

/** Formats prices in the suite's currency, or as plain numbers until the currency is loaded. */
export function useMoney(): (amount: number, currency?: string) => string {
  const { locale } = useI18n();
  const config = useQuery(paymentConfig).data;
  const suite = config?.currency;
  const digits = config?.digits;
  return useMemo(() => {
    return (amount, currency = suite) =>
      new Intl.NumberFormat(
        locale,
        currency === undefined
          ? fractionDigits(2)
          : {
              style: "currency",
              currency: currency.toUpperCase(),
              // what can be charged, which is not always what is customary
              ...(currency === suite && digits !== undefined && fractionDigits(digits)),
            },
      ).format(amount);
  }, [locale, suite, digits]);
}

function fractionDigits(digits: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

export function useDateTime(): (instant: string) => string {
  const { locale } = useI18n();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
    return (instant) => format.format(new Date(instant));
  }, [locale]);
}

export function useTimeOfDay(): (instant: string) => string {
  const { locale } = useI18n();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
    return (instant) => format.format(new Date(instant));
  }, [locale]);
}
