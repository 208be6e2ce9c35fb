import { allowed, isLetterOn, readMessages, type ShopContext } from "@kept/domain";
import { Card } from "../../../../../ui/card.tsx";
import { When } from "../../../../../ui/when.tsx";
import { MessageForm } from "./message-form.tsx";

/** What customer and shop wrote to each other; the customer reads and answers on the return's private page. */
export async function MessagesCard({
  ctx,
  number,
  customer,
  email,
}: {
  ctx: ShopContext;
  number: number;
  customer: string;
  email: string;
}) {
  const [messages, letterOn] = await Promise.all([
    readMessages(ctx, number),
    isLetterOn(ctx, "message_written"),
  ]);
  const { handle, name, timeZone } = ctx.shop;
  return (
    <Card id="messages" title="Messages with the customer">
      {messages.length === 0 && <p className="mb-3 text-ink-2">Nobody has written yet.</p>}
      <ol className="mb-4 grid gap-3 empty:hidden *:min-w-0">
        {messages.map(({ id, author, text, writtenAt }) => (
          <li key={id} className="rounded-lg border border-line p-3">
            <p className="text-sm text-ink-2">
              {author === "shop" ? name : customer} · <When at={writtenAt} timeZone={timeZone} />
            </p>
            <p className="mt-1 whitespace-pre-line wrap-anywhere" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
      {allowed(ctx.role, "message") && (
        <MessageForm shop={handle} number={number} byLetter={letterOn && email !== ""} />
      )}
    </Card>
  );
}
