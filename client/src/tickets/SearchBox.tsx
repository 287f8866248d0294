import { useEffect, useRef } from "react";
import { NavigationType, useLocation, useNavigationType, useSearchParams } from "react-router";
import { useT } from "../i18n/context";
import { shortened, trim } from "../text/text";
import styles from "./SearchBox.module.css";

/** How long typing must pause before a search starts, in milliseconds. */
const DEBOUNCE = 250;

/** In code points, as the service counts. */
const LONGEST = 100;

export function SearchBox() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const q = search.get("q") ?? "";

  const { key, state } = useLocation() as { key: string; state: { typed?: boolean } | null };
  const isTyped = useNavigationType() === NavigationType.Replace && state?.typed === true;

  // The address also changes by the Back button or a link. An address that was typed here is behind the input while more
  // is typed on a slow device.
  useEffect(() => {
    if (!isTyped && input.current !== null && typedIn(input.current) !== trim(q)) {
      clearTimeout(timer.current);
      input.current.value = q;
    }
  }, [q, key, isTyped]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const submit = (words: string) => {
    clearTimeout(timer.current);
    const changed = new URLSearchParams(search);
    if (words === "") {
      changed.delete("q");
    } else {
      changed.set("q", words);
    }
    setSearch(changed, {
      replace: true,
      preventScrollReset: true,
      state: { typed: true },
    });
  };
  return (
    <form
      className={styles.search}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        submit(input.current === null ? "" : typedIn(input.current));
      }}
    >
      <input
        ref={input}
        type="search"
        aria-label={t("list.search")}
        placeholder={t("list.search")}
        defaultValue={q}
        dir="auto"
        enterKeyHint="search"
        autoComplete="off"
        onChange={({ target }) => {
          const words = typedIn(target);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => submit(words), DEBOUNCE);
        }}
      />
    </form>
  );
}

function typedIn(input: HTMLInputElement): string {
  return trim(shortened(trim(input.value), LONGEST));
}
