"use client";
import type { OwnDomain } from "@kept/domain";
import { useActionState } from "react";
import { Badge } from "../../../../../ui/badge.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import { untouched } from "../../../../../ui/form-state.ts";
import { Input } from "../../../../../ui/input.tsx";
import { safely } from "../../../../../ui/safely.ts";
import { SubmitButton } from "../../../../../ui/submit-button.tsx";
import { When } from "../../../../../ui/when.tsx";
import { CopyField } from "../shopify/copy-field.tsx";
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
  const [state, send] = useActionState(safely(claim.bind(null, shop)), untouched);
  const [checked, check] = useActionState(safely(verify.bind(null, shop)), untouched);
  const [, letGo] = useActionState(safely(release.bind(null, shop)), untouched);
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
              <CopyField label={`the ${type} record`} value={value} />
            </div>
          ))}
          {own.checkedAt && (
            <p className="text-sm text-ink-2">
              Last checked <When at={own.checkedAt} timeZone={timeZone} />
            </p>
          )}
          {checked.problem && (
            <p role="alert" className="text-sm text-person-ink">
              {checked.problem}
            </p>
          )}
          {mayChange && (
            <div className="flex flex-wrap gap-2">
              <form action={check}>
                <SubmitButton busy="Asking DNS…">Check now</SubmitButton>
              </form>
              <form action={letGo}>
                <SubmitButton look="secondary" busy="Removing…">
                  Remove domain
                </SubmitButton>
              </form>
            </div>
          )}
        </div>
      )}
      {mayChange && (
        <form action={send} noValidate className="grid gap-3">
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
          <div>
            <SubmitButton look="secondary" busy="Claiming…">
              Claim domain
            </SubmitButton>
          </div>
        </form>
      )}
    </Card>
  );
}
