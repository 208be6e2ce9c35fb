import type { Delivery } from "@kept/domain";
import { ActButton } from "../../../../../../ui/act-button.tsx";
import { Badge, type Tone } from "../../../../../../ui/badge.tsx";
import { CodeBlock } from "../../../../../../ui/code-block.tsx";
import { moment, When } from "../../../../../../ui/when.tsx";
import { replay } from "../actions.ts";

interface Props {
  shop: string;
  delivery: Delivery;
  timeZone: string;
  mayReplay: boolean;
}

/** One letter: what it was about, what was sent, what came back each time. */
export function DeliveryRow({ shop, delivery, timeZone, mayReplay }: Props) {
  const { id, eventId, topic, createdAt, payload, attempts } = delivery;
  const { text, tone } = standing(delivery, timeZone);
  return (
    <li className="border-b border-line px-4 py-3 last:border-0 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-mono text-sm">{topic}</span>
          <Badge tone={tone}>{text}</Badge>
          <span className="text-sm text-ink-2">
            <When at={createdAt} timeZone={timeZone} />
          </span>
        </div>
        {mayReplay && (
          <ActButton
            label="Send again"
            about={`${topic} of ${moment(createdAt, timeZone)}`}
            busy="Sending…"
            act={replay.bind(null, shop, id)}
          />
        )}
      </div>
      <details className="mt-2 text-sm">
        <summary className="w-fit cursor-pointer text-ink-2">
          {attempts.length === 0
            ? "Not sent yet"
            : attempts.length === 1
              ? "Sent once"
              : `Sent ${attempts.length} times`}
        </summary>
        <ol className="mt-2 grid gap-1.5">
          {attempts.map((attempt) => (
            <li key={attempt.n} className="figures">
              {moment(attempt.at, timeZone)} · {attempt.status ?? errors[attempt.error ?? ""] ?? "no answer"}{" "}
              · {attempt.milliseconds} ms
              {attempt.answer && (
                <code className="mt-0.5 block max-h-24 overflow-auto rounded-md bg-sunken px-2 py-1 font-mono text-xs break-all">
                  {attempt.answer}
                </code>
              )}
            </li>
          ))}
        </ol>
        <p className="mt-3 text-ink-2">
          The letter <span className="font-mono text-xs">{eventId}</span>
        </p>
        <div className="mt-1 max-h-72 overflow-auto">
          <CodeBlock label={`What was told about ${topic}, ${eventId}`}>
            {JSON.stringify(payload, null, 2)}
          </CodeBlock>
        </div>
      </details>
    </li>
  );
}

const errors: Record<string, string> = {
  timeout: "no answer within ten seconds",
  refused_address: "its address leads into a private network",
  unreachable: "could not be reached",
};

function standing({ state, nextAt, attempts }: Delivery, timeZone: string): { text: string; tone: Tone } {
  switch (state) {
    case "delivered":
      return { text: "Taken", tone: "good" };
    case "failed":
      return { text: "Given up", tone: "person" };
    case "dropped":
      return { text: "Dropped", tone: "quiet" };
    case "waiting":
      return attempts.length === 0
        ? { text: "On its way", tone: "moving" }
        : { text: `Again ${moment(nextAt, timeZone)}`, tone: "person" };
  }
}
