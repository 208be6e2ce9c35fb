import { CodeBlock } from "../../../ui/code-block.tsx";
import { type Problem, problemKinds } from "./problem.ts";
import { Prose } from "./prose.tsx";

/** Every way in which a request can fail. A problem's `type` leads to its place here. */
export function Problems({ example }: { example: Problem }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">When it fails</h2>
      <Prose text="A problem document (RFC 9457) says what is wrong, as `application/problem+json`." />
      <CodeBlock label="A problem">{JSON.stringify(example, null, 2)}</CodeBlock>
      <dl>
        {Object.entries(problemKinds).map(([kind, { status, title, about }]) => (
          <div key={kind} id={`problem-${kind}`} className="scroll-mt-4 rounded-lg py-2 target:bg-sunken">
            <dt>
              <span className="figures font-mono">{status}</span> {title}
            </dt>
            <dd>
              <Prose text={about} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
