"use client";
import { FieldError } from "../../../../../../ui/field.tsx";
import { Form } from "../../../../../../ui/form.tsx";
import { Input, Select } from "../../../../../../ui/input.tsx";
import { Picture } from "../../../../../../ui/picture.tsx";
import { Problem } from "../../../../../../ui/problem.tsx";
import { SubmitButton } from "../../../../../../ui/submit-button.tsx";
import { useAct } from "../../../../../../ui/use-act.ts";
import { choose } from "../actions.ts";

interface Item {
  readonly id: string;
  readonly title: string;
  readonly variant: string | null;
  readonly imageUrl: string | null;
  readonly most: number;
  readonly why: string | null;
  readonly chosen:
    | { readonly quantity: number; readonly reason: string; readonly note?: string | undefined }
    | undefined;
}

interface Props {
  shop: string;
  draft: string;
  items: readonly Item[];
  reasons: readonly { code: string; label: string; noteRequired: boolean }[];
}

export function ItemsForm({ shop, draft, items, reasons }: Props) {
  const [state, act] = useAct(choose.bind(null, shop, draft));
  const typed = (name: string) => state.typed?.[name];
  return (
    <Form state={state} action={act}>
      {items.map((item) => {
        const error =
          state.fields?.[`quantity.${item.id}`] ??
          state.fields?.[`reason.${item.id}`] ??
          state.fields?.[`note.${item.id}`];
        return (
          <fieldset
            key={item.id}
            className="border-b border-line px-4 py-4 sm:px-5"
            disabled={item.most === 0}
          >
            <legend className="sr-only">{item.title}</legend>
            <div className="flex flex-wrap items-start gap-4">
              <Picture url={item.imageUrl} size="size-12" className={item.most === 0 ? "opacity-50" : ""} />
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-medium">{item.title}</p>
                <p className="text-sm text-ink-2">{item.variant}</p>
                {item.why && (
                  <p className="text-sm text-person-ink">
                    {item.why}
                    {item.most > 0 && "; you may take it back all the same"}
                  </p>
                )}
              </div>
              {item.most > 0 && (
                <div className="grid w-full gap-2 sm:w-72">
                  <div className="grid grid-cols-[5rem_1fr] gap-2">
                    <Select
                      name={`quantity.${item.id}`}
                      aria-label={`How many of ${item.title}`}
                      defaultValue={typed(`quantity.${item.id}`) ?? item.chosen?.quantity ?? 0}
                    >
                      {Array.from({ length: item.most + 1 }, (_, units) => (
                        <option key={units} value={units}>
                          {units}
                        </option>
                      ))}
                    </Select>
                    <Select
                      name={`reason.${item.id}`}
                      aria-label={`Reason for ${item.title}`}
                      aria-invalid={error ? true : undefined}
                      aria-describedby={error ? `${item.id}-error` : undefined}
                      defaultValue={typed(`reason.${item.id}`) ?? item.chosen?.reason ?? reasons[0]?.code}
                    >
                      {reasons.map(({ code, label }) => (
                        <option key={code} value={code}>
                          {label}
                        </option>
                      ))}
                    </Select>
                  </div>
                  <Input
                    name={`note.${item.id}`}
                    aria-label={`Note about ${item.title}`}
                    placeholder="Note (optional)"
                    maxLength={280}
                    defaultValue={typed(`note.${item.id}`) ?? item.chosen?.note}
                  />
                  <FieldError id={item.id} error={error} />
                </div>
              )}
            </div>
          </fieldset>
        );
      })}
      <div className="grid gap-3 px-4 py-4 sm:px-5">
        <Problem of={state} />
        {items.some(({ most }) => most > 0) ? (
          <div>
            <SubmitButton look="secondary" busy="Working it out…">
              Show the amounts
            </SubmitButton>
          </div>
        ) : (
          <p className="text-ink-2">Nothing of this order can be taken back: why stands beside each item.</p>
        )}
      </div>
    </Form>
  );
}
