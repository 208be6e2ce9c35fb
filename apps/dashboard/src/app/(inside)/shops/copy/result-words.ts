import type { CopyResult } from "@kept/domain";
import type { Tone } from "../../../../ui/badge.tsx";

/** What came of a copy in one shop. */
export function resultWords({ state, reason, versionBefore, versionAfter }: CopyResult): {
  text: string;
  tone: Tone;
  about: string;
} {
  switch (state) {
    case "copied":
      return { text: "Copied", tone: "good", about: `Version ${versionBefore} → ${versionAfter}` };
    case "same":
      return { text: "Already the same", tone: "quiet", about: "Nothing was changed" };
    case "undone":
      return { text: "Undone", tone: "quiet", about: `The rules of version ${versionBefore} are back` };
    case "refused":
      return { text: "Not copied", tone: "person", about: whyNot(reason) };
    case "not_undone":
      return { text: "Not undone", tone: "person", about: whyNot(reason) };
  }
}

function whyNot(reason: string | null): string {
  if (reason === "ChangedMeanwhile") return "Somebody saved its rules meanwhile; theirs were kept";
  if (reason === "NotAllowed") return "Your role there does not include changing rules";
  return "Its rules could not be changed";
}
