/** Every sentence a quote's rows can need. What stands in braces is filled in from the row. */
export interface Messages {
  readonly item: string;
  readonly item_discounted: string;
  readonly tax: string;
  readonly tax_included: string;
  readonly shipping: string;
  readonly shipping_part: string;
  readonly shipping_tax: string;
  readonly shipping_tax_included: string;
  readonly duties: string;
  readonly duties_part: string;
  readonly return_fee: string;
  readonly return_fee_waived: string;
  readonly return_fee_percent: string;
  readonly return_fee_percent_waived: string;
  readonly restocking: string;
  readonly restocking_waived: string;
  readonly label_fee: string;
  readonly label_fee_waived: string;
  readonly fees_floor: string;
  readonly cap_refundable: string;
  readonly bonus_of_items: string;
  readonly bonus_of_items_continued: string;
  readonly bonus_of_items_with_tax: string;
  readonly bonus_of_items_with_tax_continued: string;
  readonly bonus_of_after_fees: string;
  readonly bonus_of_after_fees_continued: string;
  readonly bonus_fixed: string;
  readonly bonus_at_least: string;
  readonly bonus_cap_return: string;
  readonly bonus_cap_share: string;
  readonly bonus_cap_customer: string;
  readonly bonus_cap_month: string;
  readonly total_base: string;
  readonly total_bonus: string;
  readonly total_total: string;
}

export type MessageKey = keyof Messages;
