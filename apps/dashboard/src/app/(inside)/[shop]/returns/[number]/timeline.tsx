import type { Actor, ReturnDetail, TimelineEvent } from "@kept/domain";
import type { ReactNode } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { classes } from "../../../../../ui/classes.ts";
import { ShopifyId } from "../../../../../ui/shopify-id.tsx";
import { When } from "../../../../../ui/when.tsx";
import { type Said, sayEvent } from "./event-words.ts";
import { sayLetter } from "./say-letter.ts";

interface Props {
  events: readonly TimelineEvent[];
  letters: ReturnDetail["letters"];
  timeZone: string;
  currency: string;
  children: ReactNode;
}

/** Everything that happened: who, what, when; the newest first. */
export function Timeline({ events, letters, timeZone, currency, children }: Props) {
  const [first] = events;
  const moments = [
    // A letter is owed in the moment of what it tells, and stands after it.
    ...letters.map((letter) => ({
      at: first && first.at > letter.at ? first.at : letter.at,
      actor: kept,
      said: sayLetter(letter),
    })),
    ...events
      .filter(({ kind }) => !kind.startsWith("letter_")) // the letters tell it themselves, with how far they got
      .toReversed()
      .map((event) => ({ at: event.at, actor: event.actor, said: sayEvent(event, currency) })),
  ];
  moments.sort((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <Card title="Timeline" flush>
      <div className="border-b border-line p-4 empty:hidden sm:px-5">{children}</div>
      <ol className="p-4 sm:px-5">
        {moments.map((moment, index) => (
          <Moment key={`${moment.at.toISOString()} ${index}`} {...moment} timeZone={timeZone} />
        ))}
      </ol>
    </Card>
  );
}

const kept: Actor = { kind: "system", name: "worker" };

const dots: Record<Said["tone"], string> = {
  quiet: "bg-line-strong",
  good: "bg-accent-ink",
  person: "bg-person",
  risk: "bg-risk",
};

function Moment({ said, actor, at, timeZone }: { said: Said; actor: Actor; at: Date; timeZone: string }) {
  return (
    <li className="relative flex gap-3 pb-5 last:pb-0 not-last:before:absolute not-last:before:top-4 not-last:before:bottom-0 not-last:before:left-[3.5px] not-last:before:w-px not-last:before:bg-line">
      <span
        aria-hidden="true"
        className={classes("relative mt-2 size-2 shrink-0 rounded-full", dots[said.tone])}
      />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap justify-between gap-x-3">
          <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
            <span className="font-medium">{actorName(actor)}</span>{" "}
            <span className="text-ink-2">{said.text}</span>
          </p>
          <span className="text-sm text-ink-3">
            <When at={at} timeZone={timeZone} />
          </span>
        </div>
        {said.detail && (
          <p dir="auto" className="mt-0.5 text-sm whitespace-pre-line wrap-anywhere text-ink-2">
            {said.detail}
          </p>
        )}
        {said.id && (
          <p className="mt-0.5">
            <ShopifyId id={said.id} />
          </p>
        )}
      </div>
    </li>
  );
}

function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "member":
      return actor.name;
    case "customer":
      return actor.name;
    case "api_key":
      return actor.name;
    case "system":
      return actor.name === "automation" ? "Automation" : "Kept";
    case "shopify":
      return "Shopify";
  }
}
