import type { CopyResult } from "@kept/domain";
import type { Tone } from "../../../../ui/badge.tsx";

/** What came of a copy in one shop. */
export function resultWords(result: CopyResult): {
  text: string;
  tone: Tone;
  about: string;
} {
  const { state, reason } = result;
  switch (state) {
    case "copied":
      return { text: "Copied", tone: "good", about: changed(result) };
    case "same":
      return { text: "Already the same", tone: "quiet", about: "Nothing was changed" };
    case "undone":
      return { text: "Undone", tone: "quiet", about: "What was there before is back" };
    case "refused":
      return { text: "Not copied", tone: "person", about: whyNot(reason) };
    case "not_undone":
      return { text: "Not undone", tone: "person", about: whyNot(reason) };
  }
}

function changed({ rules, branding, emails }: CopyResult): string {
  const parts = [
    rules && `Rules: version ${rules.before} → ${rules.after}`,
    branding && "Branding",
    emails > 0 && (emails === 1 ? "One e-mail" : `${emails} e-mails`),
  ];
  return parts.filter(Boolean).join(" · ");
}

function whyNot(reason: string | null): string {
  if (reason === "ChangedMeanwhile") return "Somebody saved its settings meanwhile; theirs were kept";
  if (reason === "NotAllowed") return "Your role there does not include changing settings";
  return "Its settings could not be changed";
}
