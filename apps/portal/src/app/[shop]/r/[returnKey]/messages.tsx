import type { ReturnStatusView } from "@kept/domain";
import { refusedForm } from "../../../../server/exchange.ts";
import type { Visit } from "../../../../server/visit.ts";
import { SendButton } from "../../../../ui/button.tsx";
import { Field } from "../../../../ui/field.tsx";
import { SectionHead } from "../../../../ui/section-head.tsx";
import { sendMessage } from "./actions.ts";

/** What customer and shop wrote to each other, and a place for the next word. */
export function Messages({
  visit,
  view,
  returnKey,
}: {
  visit: Visit;
  view: ReturnStatusView;
  returnKey: string;
}) {
  const { say, day, shop, shopName } = visit;
  const refused = refusedForm("message");
  const problem = problems[refused?.problems.message ?? ""];
  return (
    <section className="p-5">
      <SectionHead title={say("status.messages")} />
      <p className="mt-1 text-sm text-soft">
        {say(view.answersByLetter ? "status.messagesLetter" : "status.messagesLead")}
      </p>
      <ol className="mt-4 grid grid-cols-1 gap-3 empty:hidden">
        {view.messages.map(({ id, author, text, writtenAt }) => (
          <li
            key={id}
            className={`max-w-[85%] rounded-brand border p-3.5 ${author === "shop" ? "justify-self-start border-line bg-ground" : "justify-self-end border-transparent bg-brand-tint"}`}
          >
            <p className="text-sm text-soft">
              {author === "shop" ? shopName : say("status.fromYou")} · {day(writtenAt)}
            </p>
            <p className="mt-1 whitespace-pre-line break-words" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
      <form action={sendMessage.bind(null, shop.handle, returnKey)} noValidate className="mt-4 grid gap-3">
        <Field id="message" label={say("status.message")} problem={problem && say(problem)}>
          {(control) => (
            <textarea
              {...control}
              name="message"
              rows={3}
              required
              maxLength={2000}
              defaultValue={refused?.typed.message ?? ""}
            />
          )}
        </Field>
        <SendButton look="quiet" className="sm:justify-self-start">
          {say("status.sendMessage")}
        </SendButton>
      </form>
    </section>
  );
}

const problems: Record<string, "status.messageMissing" | "status.messageTooLong" | "status.messageTooMany"> =
  {
    Empty: "status.messageMissing",
    TooLong: "status.messageTooLong",
    TooManyMessages: "status.messageTooMany",
  };
