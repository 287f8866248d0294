import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useBlocker, useNavigate, useParams } from "react-router";
import { call, type Conflict } from "../api/api";
import { isStatus } from "../api/errors";
import { ticket as ticketQuery } from "../api/queries";
import type { Ticket } from "../api/types";
import { useT } from "../i18n/context";
import { useSession } from "../session";
import { useAnnounce } from "../ui/announcer";
import { Button, ButtonLink } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Actions } from "../ui/Form";
import { LoadError } from "../ui/LoadError";
import { NotFound } from "../ui/NotFound";
import { Notice } from "../ui/Notice";
import { Page } from "../ui/Page";
import { PageSkeleton } from "../ui/Skeleton";
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
        <Editor latest={found.data} />
      ) : (
        <Notice kind="error">{t("edit.notYours")}</Notice>
      )}
    </Page>
  );
}

function Editor({ latest }: { latest: Ticket }) {
  const t = useT();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  // the version that the edit is based on; later versions must not be overwritten unseen
  const [base, setBase] = useState(latest);
  const [mine, setMine] = useState<TicketDraft>(latest);
  const dirty = useRef(false);

  const save = useMutation({
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
      applyTicket(queryClient, ticket);
      announce(t("edit.done"));
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
          applyTicket(queryClient, theirs);
          setBase(theirs);
          void navigate(`/tickets/${theirs.id}`);
        }}
      />
    );
  }
  return (
    <>
      {latest.orderId !== undefined && <Notice kind="info">{t("ticket.edit.locked")}</Notice>}
      <TicketForm
        draft={mine}
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
      <LeaveGuard dirty={dirty} />
    </>
  );
}

function LeaveGuard({ dirty }: { dirty: React.RefObject<boolean> }) {
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
        <Button look="danger" onClick={() => blocker.proceed()}>
          {t("edit.leave.yes")}
        </Button>
      </Actions>
    </Dialog>
  );
}
