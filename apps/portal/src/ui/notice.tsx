import type { ReactNode } from "react";
import type { Visit } from "../server/visit.ts";

const tones = {
  risk: "border-risk bg-risk-tint",
  wait: "border-wait bg-wait-tint",
};

/** Something the customer must know before going on. It takes the focus when the page opens, so that it is read first. */
export function Notice({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return (
    <div
      role="alert"
      data-alert=""
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a refused form the first thing to hear is why
      autoFocus
      className={`mb-6 rounded-e-brand border-s-4 px-4 py-3.5 ${tones[tone]}`}
    >
      {children}
    </div>
  );
}

/** Shopify does not answer, and the page goes on without it. Nothing is wrong, so it takes no focus. */
export function LateNote({ visit: { say } }: { visit: Visit }) {
  return (
    <p role="status" className={`mb-6 rounded-e-brand border-s-4 px-4 py-3.5 ${tones.wait}`}>
      {say("pages.late")}
    </p>
  );
}

/** What is wrong with a form, each with a way to its field. */
export function Problems({
  title,
  list,
}: {
  title: string;
  list: readonly { field: string; text: string }[];
}) {
  if (list.length === 0) return null;
  return (
    <Notice tone="risk">
      <p className="font-semibold">{title}</p>
      <ul className="mt-1">
        {list.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${field}`} className="inline-block py-0.5 underline underline-offset-4">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
