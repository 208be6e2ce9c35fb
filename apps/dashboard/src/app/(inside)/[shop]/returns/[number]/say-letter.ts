import type { ReturnDetail } from "@kept/domain";
import { letterName } from "../../../../../ui/letter-name.ts";
import type { Said } from "./event-words.ts";

/** An e-mail to the customer, and how far it got. */
export function sayLetter(letter: ReturnDetail["letters"][number]): Said {
  const name = `“${letterName(letter.template)}”`;
  const said = deliveries[wayOf(letter)]?.(name) ?? {
    text: `keeps the e-mail ${name}`,
    tone: "quiet" as const,
  };
  return { ...said, detail: letter.recipient };
}

/** What the post said last of a sent letter, else where it stands here. */
function wayOf({ state, delivery, reason }: ReturnDetail["letters"][number]): string {
  if (state === "switched_off" && (reason === "overtaken" || reason === "forgotten")) return reason;
  return state === "sent" && delivery ? delivery : state;
}

const deliveries: Record<string, (letter: string) => Said> = {
  queued: (letter) => ({ text: `is about to send the e-mail ${letter}`, tone: "quiet" }),
  sent: (letter) => ({ text: `sent the e-mail ${letter}`, tone: "quiet" }),
  delivered: (letter) => ({ text: `delivered the e-mail ${letter}`, tone: "quiet" }),
  delayed: (letter) => ({ text: `is still trying to deliver the e-mail ${letter}`, tone: "quiet" }),
  bounced: (letter) => ({
    text: `got the e-mail ${letter} back: the address does not take it`,
    tone: "person",
  }),
  complained: (letter) => ({
    text: `sent the e-mail ${letter}; the customer called it spam`,
    tone: "person",
  }),
  failed: (letter) => ({ text: `could not send the e-mail ${letter}`, tone: "person" }),
  switched_off: (letter) => ({
    text: `did not send the e-mail ${letter}: it is switched off`,
    tone: "quiet",
  }),
  forgotten: (letter) => ({
    text: `did not send the e-mail ${letter}: the customer is forgotten`,
    tone: "quiet",
  }),
  overtaken: (letter) => ({
    text: `did not send the e-mail ${letter}: the next one says it all`,
    tone: "quiet",
  }),
};
