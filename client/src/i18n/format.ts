import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { paymentConfig } from "../api/queries";
import { useI18n } from "./context";
import { unbroken } from "./unbroken";

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
          ? fractionDigits(2, amount)
          : {
              style: "currency",
              currency: currency.toUpperCase(),
              // the decimals that can be charged, which are not always the customary ones
              ...fractionDigits(currency === suite && digits !== undefined ? digits : customary(currency), amount),
            },
      ).format(amount);
  }, [locale, suite, digits]);
}

/** A price is never rounded: with more decimals than customary, it shows all of them. */
function fractionDigits(digits: number, amount: number): Intl.NumberFormatOptions {
  const shown = Math.max(digits, decimalsOf(amount));
  return { minimumFractionDigits: shown, maximumFractionDigits: shown };
}

function customary(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().minimumFractionDigits ?? 2;
}

/** Returns the number of decimals that are needed to write the number. */
export function decimalsOf(amount: number): number {
  return String(amount).split(".")[1]?.length ?? 0;
}

export function useDateTime(): (instant: string) => string {
  const { locale } = useI18n();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
    return (instant) => unbroken(format, new Date(instant));
  }, [locale]);
}

/** With seconds and the time zone, as evidence states a time. */
export function useExactTime(): (instant: string) => string {
  const { locale } = useI18n();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "long" });
    return (instant) => unbroken(format, new Date(instant));
  }, [locale]);
}

export function useTimeOfDay(): (instant: string) => string {
  const { locale } = useI18n();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
    return (instant) => unbroken(format, new Date(instant));
  }, [locale]);
}

/** Formats a number of bytes in kB, rounded up, or in MB from 1 MB on. */
export function useFileSize(): (bytes: number) => string {
  const { locale } = useI18n();
  return useMemo(() => {
    const kilobytes = new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte" });
    const megabytes = new Intl.NumberFormat(locale, {
      style: "unit",
      unit: "megabyte",
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    return (bytes) => {
      const rounded = Math.ceil(bytes / 1_000);
      return rounded < 1_000 ? kilobytes.format(rounded) : megabytes.format(bytes / 1_000_000);
    };
  }, [locale]);
}
