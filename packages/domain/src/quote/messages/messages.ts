/** Every sentence that explaining a quote can need. What stands in braces is filled in from the quote. */
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
  /** What the shop's bonus without conditions is called beside the rules' own names. */
  readonly standing: string;
  readonly decision_won: string;
  readonly decision_lost: string;
  readonly decision_not_met: string;
  readonly only_choice: string;
  readonly unmet_reasons: string;
  readonly unmet_products: string;
  readonly unmet_customerTags: string;
  readonly unmet_segments: string;
  readonly unmet_orderTags: string;
  readonly unmet_countries: string;
  readonly unmet_orderValue: string;
  readonly unmet_returnValue: string;
  readonly unmet_between: string;
  readonly unmet_firstReturn: string;
  readonly unmet_returnsBefore: string;
  readonly unmet_switched: string;
  readonly unmet_photos: string;
}

export type MessageKey = keyof Messages;
