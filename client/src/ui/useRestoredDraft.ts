import { useState } from "react";
import { discardDraft, readDraft } from "./draft";
import { useFocusOnLoss } from "./useFocusOnLoss";

/** The draft of a form as it was when the form was first shown. The key builds the form again after it is discarded. */
export function useRestoredDraft(name: string) {
  const [draft, setDraft] = useState(() => readDraft(name));
  const formKey = draft === undefined ? "new" : "restored";
  useFocusOnLoss(formKey);
  return {
    draft,
    formKey,
    discard: () => {
      discardDraft(name);
      setDraft(undefined);
    },
  };
}
