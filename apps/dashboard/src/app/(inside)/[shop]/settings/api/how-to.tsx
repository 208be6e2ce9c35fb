import { Card } from "../../../../../ui/card.tsx";
import { CodeBlock } from "../../../../../ui/code-block.tsx";
import { curlExample } from "../../../../api/v1/curl-example.ts";

/** What a key is for, with a request to try. */
export function HowTo({ origin }: { origin: string }) {
  return (
    <Card
      title="Have a return quoted"
      aside={
        <a href="/api/v1" className="underline underline-offset-4">
          API reference
        </a>
      }
    >
      <p className="mb-3 text-ink-2">
        Send an order, the units that come back and what the customer would like for them. The answer is the
        whole quote, row by row: the sum the portal shows. Put your key in place of{" "}
        <code className="font-mono text-sm">kept_live_…</code> and ids of your own shop in place of these.
      </p>
      <CodeBlock label="A request with curl">{curlExample(origin)}</CodeBlock>
    </Card>
  );
}
