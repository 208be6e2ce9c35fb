"use client";
import type { OwnDomain } from "@kept/domain";
import { Badge } from "../../../../../ui/badge.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { CopyText } from "../../../../../ui/copy-text.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Form } from "../../../../../ui/form.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { Problem } from "../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../ui/use-act.ts";
import { When } from "../../../../../ui/when.tsx";
import { claim, release, verify } from "./actions.ts";

/** A domain of the shop's own: claimed here, opened by its DNS. */
export function OwnDomainCard({
  shop,
  own,
  mayChange,
  timeZone,
}: {
  shop: string;
  own: OwnDomain | null;
  mayChange: boolean;
  timeZone: string;
}) {
  const [state, send] = useAct(claim.bind(null, shop));
  const [checked, check] = useAct(verify.bind(null, shop));
  const [left, letGo] = useAct(release.bind(null, shop));
  const error = state.fields?.domain;
  const hint =
    "Like returns.your-shop.com. Your DNS leads it here; the proxy in front of Kept gets its certificate.";
  return (
    <Card
      title="Your own domain"
      aside={
        own && (
          <Badge tone={own.verified ? "good" : "person"}>{own.verified ? "Open" : "Waiting for DNS"}</Badge>
        )
      }
    >
      {own && (
        <div className="mb-5 grid gap-2">
          <p className="font-medium">{own.domain}</p>
          {!own.verified && (
            <p className="text-ink-2">Add one of these records where your domain is managed, then check.</p>
          )}
          {own.records.map(({ type, name, value }) => (
            <div key={type}>
              <p className="text-sm text-ink-2">
                {type} record for <code className="font-mono text-xs text-ink">{name}</code>
              </p>
              <CopyText label={`the ${type} record`} value={value} />
            </div>
          ))}
          {own.checkedAt && (
            <p className="text-sm text-ink-2">
              Last checked <When at={own.checkedAt} timeZone={timeZone} />
            </p>
          )}
          {(checked.problem ?? left.problem) && (
            <p role="alert" className="text-sm text-person-ink">
              {checked.problem ?? left.problem}
            </p>
          )}
          {mayChange && (
            <div className="flex flex-wrap gap-2">
              <Form state={checked} action={check}>
                <SubmitButton busy="Asking DNS…">Check now</SubmitButton>
              </Form>
              <Form state={left} action={letGo}>
                <SubmitButton look="secondary" busy="Removing…">
                  Remove domain
                </SubmitButton>
              </Form>
            </div>
          )}
        </div>
      )}
      {mayChange && (
        <Form state={state} action={send} className="grid gap-3">
          <Field id="own-domain" label={own ? "Use another domain" : "Domain"} hint={hint} error={error}>
            <Input
              id="own-domain"
              name="domain"
              width="w-full max-w-80"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={state.typed?.domain ?? ""}
              {...describedBy("own-domain", { hint, error })}
            />
          </Field>
          <Problem of={state} />
          <div>
            <SubmitButton look="secondary" busy="Claiming…">
              Claim domain
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}
