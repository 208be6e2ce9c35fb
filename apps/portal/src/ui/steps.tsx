import type { Visit } from "../server/visit.ts";

const steps = ["items", "refund", "review"] as const;
export type Step = (typeof steps)[number];

/** Where one is on the way; steps already done lead back. */
export function Steps({ visit, draftKey, now }: { visit: Visit; draftKey: string; now: Step }) {
  const { say, shop } = visit;
  const at = steps.indexOf(now);
  return (
    <nav aria-label={say("steps.label", { step: at + 1 })} className="mb-8">
      <ol className="grid grid-cols-[auto_auto_auto] gap-2 text-sm sm:grid-cols-3">
        {steps.map((step, index) => (
          <li
            key={step}
            aria-current={index === at ? "step" : undefined}
            className={`border-t-2 ${index <= at ? "border-brand-text" : "border-line"}`}
          >
            {index < at ? (
              <a
                href={`/${shop.handle}/return/${draftKey}/${step}`}
                className="flex min-h-11 items-center underline-offset-4 hover:underline"
              >
                {say(`steps.${step}`)}
              </a>
            ) : (
              <span className={`flex min-h-11 items-center ${index === at ? "font-semibold" : "text-soft"}`}>
                {say(`steps.${step}`)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Heading({ title, lead }: { title: string; lead?: string | undefined }) {
  return (
    <div className="mb-7">
      <h1 className="font-semibold text-3xl leading-tight tracking-tight max-[22.5rem]:text-2xl">{title}</h1>
      {lead && <p className="mt-2 text-soft">{lead}</p>}
    </div>
  );
}
