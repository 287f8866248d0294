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
      {found.isError ? (
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
type Base = Pick<Ticket, "title" | "price" | "version">;

function Editor({ latest, draftName }: { latest: Ticket; draftName: string }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const restored = useRestoredDraft(draftName);
  // later versions must not be overwritten unseen
  const [base, setBase] = useState(() => baseOf(restored.draft) ?? latest);
  const [mine, setMine] = useState<TicketDraft>(latest);
  const dirty = useRef(restored.draft !== undefined);

  const save = useAction({
    mutationFn: async ({ draft, version }: { draft: TicketDraft; version: number }) => {
      setMine(draft);
      const { data } = await call("put", "/api/tickets/{id}", {
        path: { id: latest.id },
        body: { title: draft.title, price: draft.price, version },
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
  });

  if (isStatus(save.error, 409)) {
    const theirs = save.error.current as Conflict<"put", "/api/tickets/{id}">;
    return (
      <VersionConflict
        key={theirs.version}
        base={base}
        mine={mine}
        theirs={theirs}
        busy={save.isPending}
        onSave={(draft) => save.mutate({ draft, version: theirs.version })}
        onTakeTheirs={() => {
          dirty.current = false;
          discardDraft(draftName);
          applyTicket(queryClient, theirs);
          void navigate(`/tickets/${theirs.id}`);
        }}
      />
    );
  }
  return (
    <>
      {latest.orderId !== undefined && <Notice kind="info">{t("ticket.edit.locked")}</Notice>}
      {restored.draft !== undefined && (
        <RestoredDraft
          onDiscard={() => {
            dirty.current = false;
            setBase(latest);
            restored.discard();
          }}
        />
      )}
      <TicketForm
        key={restored.formKey}
        ticket={mine}
        draft={{ name: draftName, extra: { base: JSON.stringify(base) } }}
        submit={t("edit.submit")}
        busy={save.isPending}
        error={save.error}
        onChange={() => {
          dirty.current = true;
        }}
        onSubmit={(draft) => save.mutate({ draft, version: base.version })}
      >
        <ButtonLink look="quiet" to={`/tickets/${latest.id}`}>
          {t("app.cancel")}
        </ButtonLink>
      </TicketForm>
      <LeaveGuard dirty={dirty} onLeave={() => discardDraft(draftName)} />
    </>
  );
}

function baseOf(draft: Draft | undefined): Base | undefined {
  const base = draft?.["base"];
  return base === undefined ? undefined : (JSON.parse(base) as Base);
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
