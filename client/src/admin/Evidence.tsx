import { useT } from "../i18n/context";
import { useToast } from "../ui/announcer";
import { Button, ButtonLink } from "../ui/Button";
import { type Fact, Facts } from "../ui/Facts";
import { Actions } from "../ui/Form";
import { LoadError } from "../ui/LoadError";
import { Notice } from "../ui/Notice";
import { Skeleton } from "../ui/Skeleton";
import { useAction } from "../ui/useAction";
import styles from "./Evidence.module.css";
import { useAccounts } from "./useAccounts";
import { type EvidencePart, evidenceText, type RecordedEvidence, useEvidence } from "./useEvidence";

/** The evidence of one order, on the screen, in print and as text. */
export function Evidence(recorded: RecordedEvidence) {
  const t = useT();
  const toast = useToast();
  const { order, deliveries } = recorded;
  const readers = deliveries.flatMap(({ reads }) => reads.map(({ userId }) => userId));
  const { accounts, isPending, error, retry } = useAccounts([[order.userId, ...readers]]);
  const parts = useEvidence(recorded, (id) => accounts.get(id)?.email ?? id);
  const copy = useAction({
    mutationFn: () => navigator.clipboard.writeText(evidenceText(parts)),
    onSuccess: () => toast(t("evidence.copied")),
  });
  if (isPending) {
    return <Skeleton shape="row" count={3} />;
  }
  return (
    <>
      {/* without the emails, the evidence still names everyone by id */}
      {error !== null && (
        <div className={styles.screenOnly}>
          <LoadError error={error} retry={retry} />
        </div>
      )}
      {parts.map((part, index) => (
        <Part key={`${part.heading} ${index}`} part={part} isFirst={index === 0} />
      ))}
      <div className={styles.screenOnly}>
        {copy.isError && <Notice kind="error">{t("evidence.copyFailed")}</Notice>}
        <Actions>
          <Button look="primary" busy={copy.isPending} onClick={() => copy.mutate()}>
            {t("evidence.copy")}
          </Button>
          <Button onClick={() => print()}>{t("receipt.print")}</Button>
          <ButtonLink look="quiet" to={`/admin/users/${order.userId}`}>
            {t("evidence.back")}
          </ButtonLink>
        </Actions>
      </div>
    </>
  );
}

/** The heading of the first part is the page's. */
function Part({ part: { heading, facts, reads = [], note }, isFirst }: { part: EvidencePart; isFirst: boolean }) {
  return (
    <section>
      {!isFirst && <h2>{heading}</h2>}
      {facts.length > 0 && <Facts facts={facts.map(([name, value]): Fact => [name, <bdi>{value}</bdi>])} />}
      {reads.length > 0 && (
        <ol className={styles.reads}>
          {reads.map(({ at, time, user }, index) => (
            <li key={index}>
              <time dateTime={at}>{time}</time> <bdi>{user}</bdi>
            </li>
          ))}
        </ol>
      )}
      {note !== undefined && <p>{note}</p>}
    </section>
  );
}
