import { useState } from "react";
import { discardDraft, readDraft } from "./draft";

/** The draft of a form as it was when the form was first shown. The key builds the form again after it is discarded. */
export function useRestoredDraft(name: string) {
  const [draft, setDraft] = useState(() => readDraft(name));
  return {
    draft,
    formKey: draft === undefined ? "new" : "restored",
    discard: () => {
      discardDraft(name);
      setDraft(undefined);
    },
  };
}
