import { readPortalLink } from "@kept/domain";
import type { Metadata } from "next";
import { refusedForm } from "../../../server/exchange.ts";
import { visitTo } from "../../../server/visit.ts";
import { SendButton } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Notice, Problems } from "../../../ui/notice.tsx";
import { Heading } from "../../../ui/steps.tsx";
import { findOrder } from "./actions.ts";
import { ContactField } from "./contact-field.tsx";
import { SignInChoice, signInProblem } from "./sign-in-choice.tsx";
import { findProblems, findRefusal } from "./words.ts";

export async function generateMetadata({ params }: PageProps<"/[shop]">): Promise<Metadata> {
  const visit = await visitTo((await params).shop);
  return { title: visit && (visit.own.welcome ?? visit.say("find.title")) };
}

export default async function FindOrderPage({ params, searchParams }: PageProps<"/[shop]">) {
  const visit = await visitTo((await params).shop);
  if (!visit) return null;
  const { say, shop, own } = visit;
  const { order: linked, "sign-in": signedIn, for: signed } = await searchParams;
  const linkedFor = typeof signed === "string" ? await readPortalLink(visit.ctx, signed) : null;
  const refused = refusedForm("find");
  const problems = findProblems(say, refused);
  const refusal = findRefusal(say, refused) ?? signInProblem(visit, signedIn);
  return (
    <div className="max-w-md">
      <Heading title={own.welcome ?? say("find.title")} lead={own.lead ?? say(leads[shop.portal.proof])} />
      {refusal && <Notice tone="risk">{refusal}</Notice>}
      <Problems title={say("form.problems", { count: problems.list.length })} list={problems.list} />
      <form action={findOrder.bind(null, shop.handle)} noValidate className="grid gap-5">
        <Field
          id="order"
          label={say("find.order")}
          hint={say("find.orderHint")}
          problem={problems.of("order")}
        >
          {(control) => (
            <input
              {...control}
              name="order"
              required
              maxLength={60}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={
                refused?.typed.order ??
                linkedFor?.order ??
                (typeof linked === "string" ? linked.slice(0, 60) : "")
              }
            />
          )}
        </Field>
        <ContactField
          visit={visit}
          problem={problems.of("contact")}
          value={refused?.typed.contact ?? linkedFor?.contact ?? ""}
        />
        <SendButton busy={say("find.busy")} className="mt-1">
          {say("find.submit")}
        </SendButton>
      </form>
      <SignInChoice visit={visit} />
    </div>
  );
}

const leads = { email: "find.lead", phone: "find.leadPhone", postcode: "find.leadPostcode" } as const;
