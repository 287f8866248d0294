import { useSearchParams } from "react-router";
import { CATEGORIES } from "../i18n/category";
import { useT } from "../i18n/context";
import { trim } from "../text/text";
import { Button } from "../ui/Button";
import { Field, SelectField } from "../ui/Field";
import { Actions } from "../ui/Form";
import { useFocusOnLoss } from "../ui/useFocusOnLoss";
import styles from "./ListFilters.module.css";
import { countFilters, type Filters, type ListSearch, NO_FILTERS, SORTS } from "./listSearch";

/** The order and the filters of the list. They are in the address, so that Back undoes them. */
export function ListFilters({ search }: { search: ListSearch }) {
  const t = useT();
  const change = useChange();
  const count = countFilters(search);
  const formKey = JSON.stringify(search.filters);
  // applied filters build the form again
  useFocusOnLoss(formKey, "#filters");
  return (
    <div className={styles.bar}>
      <div className={styles.sort}>
        <SelectField
          label={t("list.sort")}
          value={search.sort}
          onChange={({ target }) => change({ sort: target.value })}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`list.sort.${sort}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <details className={styles.filters} open={count > 0 || undefined}>
        <summary id="filters">{count === 0 ? t("list.filters") : t("list.filtersSet", { count })}</summary>
        <FilterForm key={formKey} search={search} onApply={change} />
      </details>
    </div>
  );
}

interface FilterFormProps {
  search: ListSearch;
  onApply: (filters: Partial<Filters>) => void;
}

function FilterForm({ search, onApply }: FilterFormProps) {
  const t = useT();
  const field = (name: keyof Filters) => ({
    name,
    label: t(`list.filter.${name}`),
    defaultValue: search.filters[name],
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(Object.fromEntries(new FormData(event.currentTarget)));
      }}
    >
      <SelectField {...field("category")}>
        <option value="">{t("list.filter.any")}</option>
        {CATEGORIES.map((category) => (
          <option key={category} value={category}>
            {t(`category.${category}`)}
          </option>
        ))}
      </SelectField>
      <Field {...field("city")} autoComplete="off" maxLength={60} />
      <Field {...field("from")} type="date" dir={undefined} />
      <Field {...field("to")} type="date" dir={undefined} />
      <Field {...field("minPrice")} type="number" min={0} max={999_999_999} step={0.001} inputMode="decimal" />
      <Field {...field("maxPrice")} type="number" min={0} max={999_999_999} step={0.001} inputMode="decimal" />
      <Actions>
        <Button type="submit" look="primary">
          {t("list.filter.apply")}
        </Button>
        {countFilters(search) > 0 && (
          <Button look="quiet" onClick={() => onApply(NO_FILTERS)}>
            {t("list.filter.reset")}
          </Button>
        )}
      </Actions>
    </form>
  );
}

/** Returns a function that changes parameters of the address and keeps the others; an empty value removes one. */
function useChange(): (changed: Record<string, string>) => void {
  const [, setAddress] = useSearchParams();
  return (changed) =>
    setAddress(
      (before) => {
        const address = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changed)) {
          const text = trim(value);
          if (text === "" || (name === "sort" && text === "newest")) {
            address.delete(name);
          } else {
            address.set(name, text);
          }
        }
        return address;
      },
      { preventScrollReset: true },
    );
}
