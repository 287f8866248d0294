import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call, upload } from "../api/api";
import { delivery as deliveryQuery } from "../api/queries";
import { queryKeys } from "../api/queryKeys";
import { useT } from "../i18n/context";
import type { MessageKey } from "../i18n/en";
import { explain } from "../i18n/explain";
import { hasControls, isVisible, lengthOf, trim } from "../text/text";
import { useToast } from "../ui/announcer";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Actions, Check, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { useAction } from "../ui/useAction";
import { useForm } from "../ui/useForm";
import styles from "./Delivery.module.css";

type Kind = "code" | "link" | "file";

const KINDS = ["code", "link", "file"] as const;
const LONGEST_VALUE = 500;
const LARGEST_FILE = 5 * 1024 * 1024;

/** Gives the buyer's code, link or file. What is typed is a secret, so it is not kept as a draft. */
export function DeliveryForm({ ticketId, onSaved }: { ticketId: string; onSaved: () => void }) {
  const t = useT();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<Kind>("code");
  const fileInput = useRef<HTMLInputElement>(null);
  const save = useAction({
    mutationFn: (value: string) => {
      const file = fileInput.current?.files?.[0];
      return kind === "file" && file !== undefined
        ? upload("/api/tickets/{id}/delivery", { id: ticketId }, file)
        : call("put", "/api/tickets/{id}/delivery", {
            path: { id: ticketId },
            body: { kind: kind === "link" ? "link" : "code", value },
          });
    },
    onSuccess: async () => {
      toast(t("delivery.saved"));
      void queryClient.invalidateQueries({ queryKey: queryKeys.mine.tickets });
      await queryClient.invalidateQueries({ queryKey: deliveryQuery(ticketId).queryKey });
      onSaved();
    },
  });
  const form = useForm<Kind>({
    check: (values) => {
      const problem = kind === "file" ? fileProblem(fileInput.current?.files?.[0]) : textProblem(kind, values[kind]);
      return problem === undefined ? {} : { [kind]: t(problem) };
    },
    onSubmit: (values) => save.mutate(kind === "file" ? "" : trim(values[kind])),
  });
  return (
    <Form {...form.props}>
      <fieldset className={styles.kinds}>
        <legend>{t("delivery.kind")}</legend>
        {KINDS.map((each) => (
          <Check
            key={each}
            type="radio"
            name="kind"
            checked={kind === each}
            onChange={() => {
              setKind(each);
              save.reset();
            }}
          >
            {t(`delivery.kind.${each}`)}
          </Check>
        ))}
      </fieldset>
      {kind === "file" ? (
        <Field
          key="file"
          ref={fileInput}
          name="file"
          type="file"
          accept="application/pdf,image/png,image/jpeg"
          label={t("delivery.kind.file")}
          hint={t("delivery.file.hint")}
          error={form.error("file")}
          required
        />
      ) : (
        <Field
          key={kind}
          name={kind}
          type={kind === "link" ? "url" : "text"}
          label={t(`delivery.kind.${kind}`)}
          hint={t(`delivery.${kind}.hint`)}
          error={form.error(kind)}
          required
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {save.isError && <Notice kind="error">{explain(save.error, t)}</Notice>}
      <Actions>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t("delivery.submit")}
        </Button>
      </Actions>
    </Form>
  );
}

function fileProblem(file: File | undefined): MessageKey | undefined {
  if (file === undefined || file.size === 0) {
    return "error.delivery-file-missing";
  }
  return file.size > LARGEST_FILE ? "delivery.file.tooLarge" : undefined;
}

function textProblem(kind: "code" | "link", typed: string): MessageKey | undefined {
  const value = trim(typed);
  if (!isVisible(value)) {
    return `delivery.${kind}.missing`;
  }
  if (hasControls(value)) {
    return "error.delivery-value-malformed";
  }
  if (lengthOf(value) > LONGEST_VALUE) {
    return "error.delivery-value-too-long";
  }
  return kind === "link" && !/^https:\/\/[^/]/i.test(value) ? "error.delivery-link-invalid" : undefined;
}
