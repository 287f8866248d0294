import { CATEGORIES } from "../i18n/category";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { hasControls, lengthOf, trim } from "../text/text";
import { Field, SelectField, TextField } from "../ui/Field";
import styles from "./FactFields.module.css";
import type { FactName, Facts } from "./facts";
import { browserZone, isLocalTime, isZone, toInstant, toLocal } from "./localTime";

/** The facts as they are typed: the start is a local time. */
type Typed = Facts;

const LONGEST: Partial<Record<FactName, number>> = { venue: 100, city: 60, seat: 60, description: 2_000 };

/** Keeps browsers from offering years of six digits. */
const LATEST_START = "9999-12-31T23:59";

interface FactFieldsProps {
  facts: Facts;
  restored: Partial<Typed> | undefined;
  error: (field: FactName) => string | undefined;
}

/** The fields of the event facts; all are optional. */
export function FactFields({ facts, restored, error }: FactFieldsProps) {
  const t = useT();
  const zone = isZone(facts.timeZone) ? facts.timeZone : browserZone();
  const typed = { ...facts, startsAt: facts.startsAt && toLocal(facts.startsAt, zone), timeZone: zone, ...restored };
  const field = (name: FactName) => ({ name, defaultValue: typed[name], error: error(name) });
  return (
    <fieldset className={styles.facts}>
      <legend>{t("sell.facts")}</legend>
      <div className={styles.pair}>
        <Field
          {...field("startsAt")}
          label={t("sell.startsAt")}
          type="datetime-local"
          max={LATEST_START}
          dir={undefined}
        />
        <SelectField {...field("timeZone")} label={t("sell.timeZone")}>
          {zones(typed.timeZone).map((name) => (
            <option key={name} value={name}>
              {name.replaceAll("_", " ")}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={styles.pair}>
        <Field {...field("venue")} label={t("sell.venue")} autoComplete="off" />
        <Field {...field("city")} label={t("sell.city")} autoComplete="off" />
      </div>
      <div className={styles.pair}>
        <SelectField {...field("category")} label={t("sell.category")}>
          <option value="">{t("sell.category.none")}</option>
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {t(`category.${category}`)}
            </option>
          ))}
        </SelectField>
        <Field {...field("seat")} label={t("sell.seat")} autoComplete="off" />
      </div>
      <TextField {...field("description")} label={t("sell.description")} />
    </fieldset>
  );
}

/** Returns the zones to choose from, with the chosen one even if the browser does not list it. */
function zones(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", chosen])].sort();
}

/** Returns the facts that were typed. A start that was not changed keeps its seconds. */
export function typedFacts(typed: Typed, before: Facts): Facts {
  const unchanged =
    before.startsAt !== "" &&
    typed.timeZone === before.timeZone &&
    typed.startsAt === toLocal(before.startsAt, before.timeZone);
  const startsAt = unchanged ? before.startsAt : typed.startsAt && toInstant(typed.startsAt, typed.timeZone);
  return {
    startsAt,
    timeZone: startsAt === "" ? "" : typed.timeZone,
    venue: trim(typed.venue),
    city: trim(typed.city),
    category: typed.category,
    seat: trim(typed.seat),
    description: trim(typed.description.replaceAll("\r\n", "\n")),
  };
}

/** Returns why the service would reject a fact, if it would. */
export function factProblem(name: FactName, typed: string): { message: MessageKey; count: number } | undefined {
  if (name === "startsAt" && typed !== "" && !isLocalTime(typed)) {
    return { message: "error.starts-at-invalid", count: 0 };
  }
  const longest = LONGEST[name];
  if (longest === undefined) {
    return undefined;
  }
  const text = trim(typed.replaceAll("\r\n", "\n"));
  if (hasControls(name === "description" ? text.replaceAll("\n", "") : text)) {
    return { message: "error.text-malformed", count: longest };
  }
  return lengthOf(text) > longest ? { message: "field.tooLong", count: longest } : undefined;
}
