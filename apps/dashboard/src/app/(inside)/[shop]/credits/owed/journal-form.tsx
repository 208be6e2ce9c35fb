import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { Field } from "../../../../../ui/field.tsx";
import { Input } from "../../../../../ui/input.tsx";

/** The accounting journal of a period, for the books: a plain form that downloads. */
export function JournalForm({ shop, today, timeZone }: { shop: string; today: string; timeZone: string }) {
  return (
    <Card title="Accounting journal">
      <form action={`/${shop}/credits/journal`} className="flex flex-wrap items-end gap-2.5">
        <Field id="journal-from" label="From">
          <Input
            id="journal-from"
            type="date"
            name="from"
            required
            defaultValue={`${today.slice(0, 8)}01`}
            width="w-44"
          />
        </Field>
        <Field id="journal-until" label="Until">
          <Input
            id="journal-until"
            type="date"
            name="to"
            required
            defaultValue={today}
            max={today}
            width="w-44"
          />
        </Field>
        <Button type="submit">Download journal</Button>
        <p className="basis-full text-sm text-ink-2">
          Double entry, by the day the money moved in Shopify ({timeZone}): debits equal credits in every
          posting and in all. Each line names its record at Shopify.
        </p>
      </form>
    </Card>
  );
}
