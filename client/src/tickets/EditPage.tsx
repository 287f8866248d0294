import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useBlocker, useNavigate, useParams } from "react-router";
import { call, type Conflict } from "../api/api";
import { isStatus } from "../api/errors";
import { ticket as ticketQuery } from "../api/queries";
import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { useSession } from "../session";
import { useToast } from "../ui/announcer";
import { Button, ButtonLink } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { type Draft, discardDraft } from "../ui/draft";
import { Actions } from "../ui/Form";
import { LoadError } from "../ui/LoadError";
import { NotFound } from "../ui/NotFound";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { RestoredDraft } from "../ui/RestoredDraft";
import { PageSkeleton } from "../ui/Skeleton";
import { useAction } from "../ui/useAction";
import { useRestoredDraft } from "../ui/useRestoredDraft";
import { changedFacts, type Facts, factsOf, NO_FACTS } from "./facts";
import { applyTicket } from "./ticketCache";
import { type TicketDraft, TicketForm } from "./TicketForm";
import { VersionConflict } from "./VersionConflict";

export function EditPage() {
  const t = useT();
  const { id = "" } = useParams();
  const { user } = useSession();
  const found = useQuery(ticketQuery(id));
  if (found.isPending) {
    return <PageSkeleton />;
  }
  if (isStatus(found.error, 404)) {
    return <NotFound />;
  }
  return (
    <Page title={t("edit.title")} narrow>
      {found.isLoadingError ? (
        <LoadError error={found.error} retry={found.refetch} />
      ) : found.data.userId === user?.id ? (
        <Editor latest={found.data} draftName={`edit.${found.data.userId}.${id}`} />
      ) : (
        <Notice kind="error">{t("edit.notYours")}</Notice>
      )}
    </Page>
  );
}

/** The saved version that an edit is based on. */
type Base = TicketDraft & { version: number };

function asBase(ticket: Ticket): Base {
  return { title: ticket.title, price: ticket.price, facts: factsOf(ticket), version: ticket.version };
}

function Editor({ latest, draftName }: { latest: Ticket; draftName: string }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const restored = useRestoredDraft(draftName);
  // later versions must not be overwritten unseen
  const [base, setBase] = useState(() => baseOf(restored.draft) ?? asBase(latest));
  const [mine, setMine] = useState<TicketDraft>(() => asBase(latest));
  const [theirs, setTheirs] = useState<Conflict<"put", "/api/tickets/{id}">>();
  const dirty = useRef(restored.draft !== undefined);
  const locked = latest.orderId !== undefined;
  const [openedLocked] = useState(locked);

  const save = useAction({
    mutationFn: async ({ draft, onto }: { draft: TicketDraft; onto: Base }) => {
      setMine(draft);
      const { data } = await call("put", "/api/tickets/{id}", {
        path: { id: latest.id },
        body: {
          title: draft.title,
          price: draft.price,
          version: onto.version,
          ...changedFacts(onto.facts, draft.facts),
        },
      });
      return data;
    },
    onSuccess: async (ticket) => {
      dirty.current = false;
      discardDraft(draftName);
      applyTicket(queryClient, ticket);
      toast(t("edit.done"));
      await navigate(`/tickets/${ticket.id}`);
    },
    onError: (error) => {
      if (isStatus(error, 409)) {
        setTheirs(error.current as Conflict<"put", "/api/tickets/{id}">);
      }
    },
  });

  if (theirs !== undefined) {
    return (
      <VersionConflict
        key={theirs.version}
        base={base}
        mine={mine}
        theirs={asBase(theirs)}
        busy={save.isPending}
        error={isStatus(save.error, 409) ? null : save.error}
        onSave={(draft) => save.mutate({ draft, onto: asBase(theirs) })}
        onTakeTheirs={() => {
          dirty.current = false;
          discardDraft(draftName);
          applyTicket(queryClient, theirs);
          void navigate(`/tickets/${theirs.id}`);
        }}
      />
    );
  }
  if (locked && openedLocked) {
    return (
      <>
        <Notice kind="info">{t("ticket.edit.locked")}</Notice>
        <Actions>
          <ButtonLink to={`/tickets/${latest.id}`}>{t("app.back")}</ButtonLink>
        </Actions>
      </>
    );
  }
  return (
    <>
      {locked && <Notice kind="info">{t("ticket.edit.locked")}</Notice>}
      {restored.draft !== undefined && (
        <RestoredDraft
          onDiscard={() => {
            dirty.current = false;
            setBase(asBase(latest));
            setMine(asBase(latest));
            restored.discard();
          }}
        />
      )}
      <TicketForm
        key={restored.formKey}
        ticket={mine}
        draft={{ name: draftName, extra: { base: JSON.stringify(base) } }}
        submit={locked ? undefined : t("edit.submit")}
        busy={save.isPending}
        error={save.error}
        onChange={() => {
          dirty.current = true;
        }}
        onSubmit={(draft) => save.mutate({ draft, onto: base })}
      >
        <ButtonLink look="quiet" to={`/tickets/${latest.id}`}>
          {t("app.cancel")}
        </ButtonLink>
      </TicketForm>
      <LeaveGuard
        dirty={dirty}
        onLeave={() => {
          // the blocker remains registered until the effects of the next page have run
          dirty.current = false;
          discardDraft(draftName);
        }}
      />
    </>
  );
}

function baseOf(draft: Draft | undefined): Base | undefined {
  const stored = draft?.["base"];
  if (stored === undefined) {
    return undefined;
  }
  // an older page has stored a base without facts
  const { facts = NO_FACTS, ...base } = JSON.parse(stored) as Omit<Base, "facts"> & { facts?: Facts };
  return { ...base, facts };
}

function LeaveGuard({ dirty, onLeave }: { dirty: React.RefObject<boolean>; onLeave: () => void }) {
  const t = useT();
  const blocker = useBlocker(() => dirty.current);
  if (blocker.state !== "blocked") {
    return null;
  }
  return (
    <Dialog title={t("edit.leave")} onClose={() => blocker.reset()}>
      <Actions>
        <Button look="primary" onClick={() => blocker.reset()}>
          {t("edit.leave.no")}
        </Button>
        <Button
          look="danger"
          onClick={() => {
            onLeave();
            blocker.proceed();
          }}
        >
          {t("edit.leave.yes")}
        </Button>
      </Actions>
    </Dialog>
  );
}
