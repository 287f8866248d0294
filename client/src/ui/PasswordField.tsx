import { useState } from "react";
import { useT } from "../i18n/context";
import { Field } from "./Field";

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
        <label className="check">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {t("field.password.show")}
        </label>
      }
    />
  );
}
