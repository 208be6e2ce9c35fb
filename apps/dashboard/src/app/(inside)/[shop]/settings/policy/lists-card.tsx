"use client";
import type { ReactNode } from "react";
import { Card } from "../../../../../ui/card.tsx";
import { ProductsFields } from "../rules/products-fields.tsx";
import { WordsField } from "../rules/words-field.tsx";
import type { CardProps } from "./card-props.ts";

/** Final sale, who never returns, and who always may. */
export function ListsCard({ typed, wrong, change }: CardProps) {
  const { blocked, allowed } = typed;
  return (
    <Card title="Final sale, blocks and exceptions" aside="Several words with commas between">
      <div className="grid gap-7">
        <Part title="Final sale" hint="These products never come back, and customers see why.">
          <ProductsFields
            at="finalSale"
            typed={typed.finalSale}
            wrong={wrong}
            onChange={(finalSale) => change({ finalSale })}
          />
        </Part>
        <Part title="Blocked" hint="Of these orders and customers nothing is taken back.">
          <div className="grid gap-4 sm:grid-cols-2">
            <WordsField
              id="blocked.orderTags"
              label="Order tags"
              placeholder="wholesale"
              value={blocked.orderTags}
              onChange={(orderTags) => change({ blocked: { ...blocked, orderTags } })}
            />
            <WordsField
              id="blocked.customerTags"
              label="Customer tags"
              placeholder="no-returns"
              value={blocked.customerTags}
              onChange={(customerTags) => change({ blocked: { ...blocked, customerTags } })}
            />
            <WordsField
              id="blocked.emails"
              label="E-mail addresses"
              value={blocked.emails}
              error={wrong["blocked.emails"]}
              onChange={(emails) => change({ blocked: { ...blocked, emails } })}
            />
          </div>
        </Part>
        <Part title="Blocked products" hint="Never taken back either, for another reason than final sale.">
          <ProductsFields
            at="blockedProducts"
            typed={typed.blockedProducts}
            wrong={wrong}
            onChange={(blockedProducts) => change({ blockedProducts })}
          />
        </Part>
        <Part title="Exceptions" hint="For these, window, final sale and blocks do not count.">
          <div className="grid gap-4 sm:grid-cols-2">
            <WordsField
              id="allowed.orderNames"
              label="Orders"
              placeholder="#1001, #1002"
              value={allowed.orderNames}
              onChange={(orderNames) => change({ allowed: { ...allowed, orderNames } })}
            />
            <WordsField
              id="allowed.orderTags"
              label="Order tags"
              placeholder="goodwill"
              value={allowed.orderTags}
              onChange={(orderTags) => change({ allowed: { ...allowed, orderTags } })}
            />
            <WordsField
              id="allowed.customerTags"
              label="Customer tags"
              placeholder="VIP"
              value={allowed.customerTags}
              onChange={(customerTags) => change({ allowed: { ...allowed, customerTags } })}
            />
            <WordsField
              id="allowed.emails"
              label="E-mail addresses"
              value={allowed.emails}
              error={wrong["allowed.emails"]}
              onChange={(emails) => change({ allowed: { ...allowed, emails } })}
            />
          </div>
        </Part>
      </div>
    </Card>
  );
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">{title}</legend>
      <p className="mb-3 text-sm text-ink-2">{hint}</p>
      {children}
    </fieldset>
  );
}
