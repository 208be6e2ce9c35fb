import { expect, test } from "vitest";
import { differencesInWords } from "./difference-words.ts";

test("looks, texts and switches are said in the words of the pages that set them, after the rules", () => {
  const changes = [
    { path: "branding.color", before: undefined, after: "#7a1f3d" },
    { path: "branding.radius", before: "small", after: "none" },
    { path: "branding.words.de.welcome", before: undefined, after: "Schick es zurück" },
    { path: "emails.return_approved.enabled", before: true, after: false },
    { path: "emails.return_approved.words.fr.subject", before: "Bonjour", after: undefined },
    { path: "window.days", before: 30, after: 60 },
  ];
  expect(differencesInWords(changes).map(({ what, from, to }) => `${what} | ${from} | ${to}`)).toEqual([
    "Return window | 30 days | 60 days",
    "Color | nothing of its own | #7a1f3d",
    "Corners | Slightly round | Square",
    "Portal in German: headline of the first page | nothing of its own | Schick es zurück",
    "E-mail “Return approved” | goes out | switched off",
    "E-mail “Return approved” in French: subject | Bonjour | nothing of its own",
  ]);
});
