import { readLookup } from "@kept/domain";
import type { Metadata } from "next";
import { refusedForm } from "../../../server/exchange.ts";
import { aboutLookup, lookupKey } from "../../../server/lookup-cookie.ts";
import { type Visit, visitTo } from "../../../server/visit.ts";
import { LinkButton, SendButton } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { MessagePage } from "../../../ui/message-page.tsx";
import { Notice, Problems } from "../../../ui/notice.tsx";
import { Heading } from "../../../ui/steps.tsx";
import { proveIt, sendAgain } from "./actions.ts";
import { codeRefusal } from "./words.ts";

export async function generateMetadata({ params }: PageProps<"/[shop]/code">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  return { title: visit?.say("code.title") };
}

/** The same page for every order there is and is not: it shows what was typed, never what was found. */
export default async function CodePage({ params, searchParams }: PageProps<"/[shop]/code">) {
  const visit = await visitTo((await params).shop);
  if (!visit) return null;
  const refused = refusedForm("code");
  const key = await lookupKey(refused?.facts.about);
  const lookup = key && (await readLookup(visit.ctx, key));
  if (!lookup) return <GoneCode visit={visit} />;
  const about = aboutLookup(key);

  const { say, shop, leftToRight } = visit;
  // What was refused for an order that was named before says nothing about this one.
  const said = refused?.facts.about === about ? refused : null;
  const refusal = codeRefusal(say, said);
  const problem = said?.problems.code ? say("code.missing") : undefined;
  const again = !said && "again" in (await searchParams);
  const typed = { order: leftToRight(lookup.orderName), contact: leftToRight(lookup.contact) };
  return (
    <div className="max-w-md">
      <Heading
        title={say("code.title")}
        lead={lookup.contactKind === "email" ? say("code.lead", typed) : say("code.leadOther")}
      />
      {refusal && <Notice tone="risk">{refusal}</Notice>}
      {again && <Notice tone="wait">{say("code.againSent")}</Notice>}
      <Problems
        title={say("form.problems", { count: 1 })}
        list={problem ? [{ field: "code", text: problem }] : []}
      />
      <form action={proveIt.bind(null, shop.handle)} noValidate className="grid gap-5">
        <input type="hidden" name="about" value={about} />
        <Field id="code" label={say("code.label")} hint={say("code.hint")} problem={problem}>
          {(control) => (
            <input
              {...control}
              name="code"
              required
              maxLength={40}
              inputMode="numeric"
              autoComplete="one-time-code"
              dir="ltr"
              className={`${control.className} text-2xl figures tracking-widest`}
            />
          )}
        </Field>
        <SendButton busy={say("code.busy")}>{say("code.submit")}</SendButton>
      </form>
      <NoLetter visit={visit} about={about} />
    </div>
  );
}

function NoLetter({ visit: { say, shop }, about }: { visit: Visit; about: string }) {
  return (
    <section className="mt-10 border-line border-t pt-6">
      <h2 className="font-semibold">{say("code.noLetter")}</h2>
      <p className="mt-1 text-soft">{say("code.noLetterBody")}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <form action={sendAgain.bind(null, shop.handle)}>
          <input type="hidden" name="about" value={about} />
          <SendButton look="quiet">{say("code.again")}</SendButton>
        </form>
        <LinkButton look="quiet" href={`/${shop.handle}`}>
          {say("code.other")}
        </LinkButton>
      </div>
    </section>
  );
}

function GoneCode({ visit: { say, shop } }: { visit: Visit }) {
  const action = { href: `/${shop.handle}`, text: say("pages.goneAction") };
  return (
    <MessagePage status={410} title={say("code.goneTitle")} action={action}>
      {say("code.goneBody")}
    </MessagePage>
  );
}
