import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { useT } from "../i18n/context";
import styles from "./SearchBox.module.css";

/** How long typing must pause before a search starts, in milliseconds. */
const DEBOUNCE = 250;

export function SearchBox() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const q = search.get("q") ?? "";

  // the address can change without the input, by the Back button or a link
  useEffect(() => {
    if (input.current !== null && input.current.value.trim() !== q.trim()) {
      input.current.value = q;
    }
  }, [q]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const submit = (words: string) => {
    clearTimeout(timer.current);
    setSearch(words === "" ? {} : { q: words }, { replace: true, preventScrollReset: true });
  };
  return (
    <form
      className={styles.search}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        submit(input.current?.value.trim() ?? "");
      }}
    >
      <input
        ref={input}
        type="search"
        aria-label={t("list.search")}
        placeholder={t("list.search")}
        defaultValue={q}
        maxLength={100}
        enterKeyHint="search"
        autoComplete="off"
        onChange={({ target }) => {
          const words = target.value.trim();
          clearTimeout(timer.current);
          timer.current = setTimeout(() => submit(words), DEBOUNCE);
        }}
      />
    </form>
  );
}
