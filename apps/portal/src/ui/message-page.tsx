import type { ReactNode } from "react";
import { answerWith } from "../server/exchange.ts";
import type { Visit } from "../server/visit.ts";
import { LinkButton } from "./button.tsx";

/** A page that is only an answer: what happened, what was not lost, and the one thing to do now. */
export function MessagePage({
  status,
  title,
  children,
  action,
}: {
  status: number;
  title: string;
  children: ReactNode;
  action?: { href: string; text: string };
}) {
  answerWith(status);
  return (
    <div className="py-8 sm:py-16">
      <h1 className="font-semibold text-3xl leading-tight tracking-tight">{title}</h1>
      <p className="mt-3 max-w-prose text-soft">{children}</p>
      {action && (
        <LinkButton href={action.href} className="mt-8 w-full sm:w-auto">
          {action.text}
        </LinkButton>
      )}
    </div>
  );
}

export function GonePage({ visit: { say, shop } }: { visit: Visit }) {
  const action = { href: `/${shop.handle}`, text: say("pages.goneAction") };
  return (
    <MessagePage status={410} title={say("pages.goneTitle")} action={action}>
      {say("pages.goneBody")}
    </MessagePage>
  );
}

/** The draft was sent before: by the back button, another tab, a second press. */
export function SentPage({ visit: { say, shop }, returnKey }: { visit: Visit; returnKey: string }) {
  const action = { href: `/${shop.handle}/r/${returnKey}`, text: say("pages.sentAction") };
  return (
    <MessagePage status={200} title={say("pages.sentTitle")} action={action}>
      {say("pages.sentBody")}
    </MessagePage>
  );
}

/**
 * Shopify does not answer, and there is nothing to show without it. Nothing of ours is broken, and what was asked for is
 * kept until it can be had: 202, so that nobody who watches over the portal takes it out of service for it.
 */
export function SlowPage({ visit: { say }, again }: { visit: Visit; again: string }) {
  return (
    <MessagePage
      status={202}
      title={say("pages.slowTitle")}
      action={{ href: again, text: say("pages.slowAction") }}
    >
      {say("pages.slowBody")}
    </MessagePage>
  );
}

export function MissingPage({ visit: { say, shop } }: { visit: Visit }) {
  const action = { href: `/${shop.handle}`, text: say("pages.missingAction") };
  return (
    <MessagePage status={404} title={say("pages.missingTitle")} action={action}>
      {say("pages.missingBody")}
    </MessagePage>
  );
}
