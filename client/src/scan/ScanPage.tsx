import { type SubmitEvent, useRef, useState } from "react";
import { call } from "../api/api";
import { sendOnce } from "../api/idempotency";
import type { CheckedPass } from "../api/types";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useSession } from "../session";
import { trim } from "../text/text";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Actions, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { useAction } from "../ui/useAction";
import { canReadCodes } from "./barcodes";
import { Camera } from "./Camera";
import { PassResult } from "./PassResult";

/** The number of characters of a pass's signature that name an attempt. */
const ATTEMPT_NAME = 24;

/** A code that was out of view for this number of milliseconds is checked again: another user may show a copy of it. */
const GONE_AFTER = 1_500;

/** A result stays for this number of milliseconds after its code went out of view, so that it can be read. */
const SHOWN_FOR = 3_000;

/** Checks passes at the entrance. The service enforces the permission; this avoids a page full of errors. */
export function ScanPage() {
  const t = useT();
  const { user } = useSession();
  if (user?.roles.includes("scanner") !== true) {
    return <Page title={t("scan.forbidden.title")} lead={t("scan.forbidden.text")} narrow />;
  }
  return (
    <Page title={t("scan.title")} lead={t("scan.lead")} narrow>
      <Scanner />
    </Page>
  );
}

function Scanner() {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [withCamera, setWithCamera] = useState(false);
  const [missed, setMissed] = useState(false);
  const inView = useRef({ code: "", seenAt: 0 });
  const answeredAt = useRef(0);
  const check = useAction<CheckedPass, string>({
    // repeats a request whose response was lost with the same nonce: the service returns the same result
    mutationFn: (pass) =>
      sendOnce(`pass.${pass.slice(-ATTEMPT_NAME)}`, pass, async (nonce) => {
        const { data } = await call("post", "/api/orders/passes/check", { body: { pass, nonce } });
        return data;
      }),
    onSettled: () => {
      answeredAt.current = Date.now();
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const pass = trim(typed);
    if (pass !== "") {
      setTyped("");
      setMissed(!check.mutate(pass));
    }
  };
  const onSight = (codes: string[]) => {
    const now = Date.now();
    const { code, seenAt } = inView.current;
    const [next] = codes;
    if (codes.includes(code) && (check.isPending || now - seenAt <= GONE_AFTER)) {
      inView.current.seenAt = now;
    } else if (next !== undefined) {
      if (check.mutate(next)) {
        setMissed(false);
        inView.current = { code: next, seenAt: now };
      }
    } else if (check.isSuccess && now - Math.max(seenAt, answeredAt.current) > SHOWN_FOR) {
      check.reset();
    }
  };

  return (
    <>
      <div role="status" aria-busy={check.isPending}>
        {check.isSuccess && <PassResult result={check.data} />}
        {missed && <Notice kind="info">{t("scan.missed")}</Notice>}
      </div>
      {check.isError && (
        <Notice kind="error" title={t("scan.failed")}>
          <p>{explain(check.error, t)}</p>
          <Button onClick={() => check.mutate(check.variables)}>{t("app.retry")}</Button>
        </Notice>
      )}
      {withCamera && <Camera onSight={onSight} />}
      <Form onSubmit={submit}>
        <Field
          label={t("scan.code")}
          hint={t("scan.code.hint")}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Actions>
          {canReadCodes() && (
            <Button type="button" onClick={() => setWithCamera(!withCamera)}>
              {t(withCamera ? "scan.camera.stop" : "scan.camera.start")}
            </Button>
          )}
          <Button type="submit" look="primary">
            {t("scan.check")}
          </Button>
        </Actions>
      </Form>
    </>
  );
}
