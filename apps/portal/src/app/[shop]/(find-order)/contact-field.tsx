import type { Visit } from "../../../server/visit.ts";
import { Field } from "../../../ui/field.tsx";

/** What this shop asks for beside the number: what the customer ordered with, and how a phone helps to fill it in. */
export function ContactField({
  visit: { say, shop },
  problem,
  value,
}: {
  visit: Visit;
  problem: string | undefined;
  value: string;
}) {
  const { proof } = shop.portal;
  return (
    <Field id="contact" label={say(`find.${proof}`)} problem={problem}>
      {(control) => (
        <input
          {...control}
          {...kinds[proof]}
          name="contact"
          required
          maxLength={254}
          dir="ltr"
          defaultValue={value}
        />
      )}
    </Field>
  );
}

const kinds = {
  email: { type: "email", autoComplete: "email" },
  phone: { type: "tel", autoComplete: "tel" },
  postcode: { type: "text", autoComplete: "postal-code", autoCapitalize: "characters" },
} as const;
