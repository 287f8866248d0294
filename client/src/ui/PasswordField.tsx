import { useState } from "react";
import { useT } from "../i18n/context";
import { Field } from "./Field";
import { Check } from "./Form";

interface PasswordFieldProps {
  name: string;
  label: string;
  autoComplete: "current-password" | "new-password";
  hint?: string;
  error?: string | undefined;
}

export function PasswordField(props: PasswordFieldProps) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      type={shown ? "text" : "password"}
      required
      spellCheck={false}
      autoCapitalize="none"
      after={
        <Check
          type="checkbox"
          checked={shown}
          onChange={({ target }) => setShown(target.checked)}
          // a page may have several password fields
          aria-label={t("field.password.showNamed", { field: props.label })}
        >
          {t("field.password.show")}
        </Check>
      }
    />
  );
}
