import type { Metadata } from "next";
import { visitTo } from "../../../server/visit.ts";
import { Heading } from "../../../ui/steps.tsx";

export async function generateMetadata({ params }: PageProps<"/[shop]/accessibility">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  return { title: visit?.say("accessibility.title") };
}

/** What was tested, and what was not. */
export default async function AccessibilityPage({ params }: PageProps<"/[shop]/accessibility">) {
  const visit = await visitTo((await params).shop);
  if (!visit) return null;
  const { say } = visit;
  return (
    <div className="max-w-prose">
      <Heading title={say("accessibility.title")} lead={say("accessibility.goal")} />
      <div className="grid gap-4">
        {(["tested", "colors", "limits", "contact"] as const).map((part) => (
          <p key={part}>{say(`accessibility.${part}`)}</p>
        ))}
      </div>
    </div>
  );
}
