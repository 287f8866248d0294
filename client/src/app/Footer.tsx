import { useState } from "react";
import { useI18n } from "../i18n/context";
import { isLanguage, LANGUAGES } from "../i18n/locale";
import { FieldError } from "../ui/Field";
import { applyTheme, storedTheme, THEMES } from "../ui/theme";
import styles from "./Footer.module.css";

export function Footer() {
  const { t, language, missing, setLanguage } = useI18n();
  const [theme, setTheme] = useState(storedTheme);
  return (
    <footer className={styles.footer}>
      <div className={styles.bar}>
        <p>
          {t("app.name")} <span className={styles.tagline}>{t("app.tagline")}</span>
        </p>
        <form className={styles.settings} aria-label={t("app.footer")}>
          <label>
            {t("app.language")}
            <select
              value={language}
              onChange={({ target }) => {
                if (isLanguage(target.value)) {
                  void setLanguage(target.value);
                }
              }}
            >
              {Object.entries(LANGUAGES).map(([code, name]) => (
                <option key={code} value={code} lang={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t("app.theme")}
            <select
              value={theme}
              onChange={({ target }) => {
                const next = THEMES.find((name) => name === target.value) ?? "system";
                setTheme(next);
                applyTheme(next);
              }}
            >
              {THEMES.map((name) => (
                <option key={name} value={name}>
                  {t(`app.theme.${name}`)}
                </option>
              ))}
            </select>
          </label>
        </form>
        {missing !== undefined && (
          <FieldError role="alert">{t("app.languageMissing", { language: LANGUAGES[missing] })}</FieldError>
        )}
      </div>
    </footer>
  );
}
