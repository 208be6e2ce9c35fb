import type { Metadata } from "next";
import Link from "next/link";
import { env } from "../../../server/env.ts";
import { CodeBlock } from "../../../ui/code-block.tsx";
import { curlExample } from "./curl-example.ts";
import { openApi } from "./openapi.ts";
import { OperationSection } from "./operation-section.tsx";
import { operations } from "./operations.ts";
import { Problems } from "./problems.tsx";
import { Prose } from "./prose.tsx";
import { exampleProblem } from "./quotes/examples.ts";
import { SchemaSection } from "./schema-section.tsx";

export const metadata: Metadata = { title: "API reference" };
export const dynamic = "force-dynamic";

/** The reference, written from the published description and from nothing else: neither can be right alone. */
export default function Reference() {
  const origin = env().DASHBOARD_URL;
  const api = openApi(origin);
  const { post } = api.paths["/api/v1/quotes"];
  const answer = post.responses["200"].content["application/json"].example;
  return (
    <main className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-10 px-4 py-10 sm:px-6">
      <header className="grid gap-2">
        <p className="text-sm text-ink-2">
          {api.info.title} · API, version {api.info.version}
        </p>
        <h1 className="text-2xl">{api.info.summary}</h1>
        <p className="text-ink-2">{api.info.description}</p>
        <p>
          <Link className="underline underline-offset-4" href="/api/v1/openapi.json" prefetch={false}>
            OpenAPI {api.openapi}
          </Link>
        </p>
      </header>

      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="text-xl">Keys</h2>
        <Prose text={api.components.securitySchemes.key.description} />
        <CodeBlock label="The header with the key">{"Authorization: Bearer kept_live_…"}</CodeBlock>
      </section>

      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="text-xl">{post.summary}</h2>
        <p>
          <code className="font-mono">POST {origin}/api/v1/quotes</code>
        </p>
        <Prose text={post.description} />
        <CodeBlock label="A request with curl">{curlExample(origin)}</CodeBlock>
        {post.parameters.map(({ name, description }) => (
          <div key={name}>
            <p>
              <code className="font-mono">{name}</code> <span className="text-ink-2">header, optional</span>
            </p>
            <Prose text={description} />
          </div>
        ))}
        <h3 className="mt-2 text-lg">Its answer</h3>
        <CodeBlock label="The answer to this request">{JSON.stringify(answer, null, 2)}</CodeBlock>
      </section>

      <section className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <h2 className="text-xl">Everything else</h2>
        <nav aria-label="Operations">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {operations.map(({ id, summary }) => (
              <li key={id}>
                <a href={`#${id}`} className="underline underline-offset-4">
                  {summary}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {operations.map((operation) => (
          <OperationSection key={operation.id} operation={operation} origin={origin} />
        ))}
      </section>

      <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h2 className="text-xl">Webhooks</h2>
        <Prose text={api.components.schemas.WebhookLetter?.description ?? ""} />
        <p className="text-ink-2">
          Topics:{" "}
          {Object.keys(api.webhooks).map((topic) => (
            <code key={topic} className="mr-2 inline-block font-mono text-sm text-ink">
              {topic}
            </code>
          ))}
        </p>
      </section>

      <section className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <h2 className="text-xl">What is sent, and what comes back</h2>
        {Object.entries(api.components.schemas).map(([name, schema]) => (
          <SchemaSection key={name} name={name} schema={schema} />
        ))}
      </section>

      <Problems example={exampleProblem(origin)} />
    </main>
  );
}
