import { useEffect, useRef, useState } from "react";
import { useT } from "../i18n/context";
import { explain } from "../i18n/explain";
import { useMoney } from "../i18n/format";
import { Button } from "../ui/Button";
import { Actions, Check, Form } from "../ui/Form";
import { Notice } from "../ui/Notice";
import { useFocusOnChange } from "../ui/useFocusOnChange";
import { VisuallyHidden } from "../ui/VisuallyHidden";
import { FACTS, type Facts } from "./facts";
import type { TicketDraft } from "./TicketForm";
import { useFactSummary } from "./useFactSummary";
import styles from "./VersionConflict.module.css";

type Side = "mine" | "theirs";

interface VersionConflictProps {
  /** The version that both were based on: a field unchanged in one is preselected from the other. */
  base: TicketDraft;
  mine: TicketDraft;
  theirs: TicketDraft;
  busy: boolean;
  /** Why the chosen version could not be saved. */
  error: Error | null;
  onSave: (draft: TicketDraft) => void;
  onTakeTheirs: () => void;
}

/** Shows both versions side by side; nothing is overwritten before the user has chosen. */
export function VersionConflict({ base, mine, theirs, busy, error, onSave, onTakeTheirs }: VersionConflictProps) {
  const t = useT();
  const [merging, setMerging] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useFocusOnChange(String(merging), merging ? "#merge" : "#conflict");
  return (
    <section className={styles.conflict} aria-labelledby="conflict">
      <h2 id="conflict" ref={heading} tabIndex={-1}>
        {t("conflict.title")}
      </h2>
      <p>{t("conflict.text")}</p>
      <div className={styles.versions}>
        <Version name={t("conflict.yours")} version={mine} other={theirs} />
        <Version name={t("conflict.theirs")} version={theirs} other={mine} />
      </div>
      {error !== null && <Notice kind="error">{explain(error, t)}</Notice>}
      {merging ? (
        <Merge base={base} mine={mine} theirs={theirs} busy={busy} onSave={onSave} onBack={() => setMerging(false)} />
      ) : (
        <Actions>
          <Button look="primary" busy={busy} onClick={() => onSave(mine)}>
            {t("conflict.keepMine")}
          </Button>
          <Button onClick={onTakeTheirs}>{t("conflict.takeTheirs")}</Button>
          <Button onClick={() => setMerging(true)}>{t("conflict.merge")}</Button>
        </Actions>
      )}
    </section>
  );
}

function Version({ name, version, other }: { name: string; version: TicketDraft; other: TicketDraft }) {
  const t = useT();
  const money = useMoney();
  const summary = useFactSummary();
  return (
    <section className={styles.version} aria-label={name}>
      <h3>{name}</h3>
      <dl>
        <dt>{t("sell.name")}</dt>
        <dd>
          <Differing differs={version.title !== other.title}>{version.title}</Differing>
        </dd>
        <dt>{t("ticket.price")}</dt>
        <dd>
          <Differing differs={version.price !== other.price}>{money(version.price)}</Differing>
        </dd>
        {summary(version.facts) !== "" && (
          <>
            <dt>{t("conflict.facts")}</dt>
            <dd>
              <Differing differs={summary(version.facts) !== summary(other.facts)}>{summary(version.facts)}</Differing>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Differing({ differs, children }: { differs: boolean; children: string }) {
  const t = useT();
  return differs ? (
    <>
      <mark>
        <bdi>{children}</bdi>
      </mark>{" "}
      <VisuallyHidden>({t("conflict.differs")})</VisuallyHidden>
    </>
  ) : (
    <bdi>{children}</bdi>
  );
}

type MergeProps = Omit<VersionConflictProps, "error" | "onTakeTheirs"> & { onBack: () => void };

function Merge({ base, mine, theirs, busy, onSave, onBack }: MergeProps) {
  const t = useT();
  const money = useMoney();
  const summary = useFactSummary();
  const [title, setTitle] = useState<Side>(mine.title === base.title ? "theirs" : "mine");
  const [price, setPrice] = useState<Side>(mine.price === base.price ? "theirs" : "mine");
  const [facts, setFacts] = useState<Side>(isSame(mine.facts, base.facts) ? "theirs" : "mine");
  const versions = { mine, theirs };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ title: versions[title].title, price: versions[price].price, facts: versions[facts].facts });
      }}
    >
      <p id="merge" tabIndex={-1}>
        {t("conflict.merge.text")}
      </p>
      <Choice legend={t("sell.name")} mine={mine.title} theirs={theirs.title} value={title} onChange={setTitle} />
      <Choice
        legend={t("ticket.price")}
        mine={money(mine.price)}
        theirs={money(theirs.price)}
        value={price}
        onChange={setPrice}
      />
      {!isSame(mine.facts, theirs.facts) && (
        <Choice
          legend={t("conflict.facts")}
          mine={summary(mine.facts)}
          theirs={summary(theirs.facts)}
          value={facts}
          onChange={setFacts}
        />
      )}
      <Actions>
        <Button type="submit" look="primary" busy={busy}>
          {t("conflict.merge.save")}
        </Button>
        <Button onClick={onBack}>{t("app.back")}</Button>
      </Actions>
    </Form>
  );
}

function isSame(one: Facts, other: Facts): boolean {
  return FACTS.every((name) => one[name] === other[name]);
}

interface ChoiceProps {
  legend: string;
  mine: string;
  theirs: string;
  value: Side;
  onChange: (side: Side) => void;
}

function Choice({ legend, mine, theirs, value, onChange }: ChoiceProps) {
  const t = useT();
  const sides = [
    { side: "mine", name: t("conflict.yours"), text: mine },
    { side: "theirs", name: t("conflict.theirs"), text: theirs },
  ] as const;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {sides.map(({ side, name, text }) => (
        <Check key={side} type="radio" name={legend} checked={value === side} onChange={() => onChange(side)}>
          {name}: <bdi>{text}</bdi>
        </Check>
      ))}
    </fieldset>
  );
}
