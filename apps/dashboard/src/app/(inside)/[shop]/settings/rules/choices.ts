/** What rules can be about in this shop. */
export interface Choices {
  readonly currency: string;
  readonly reasons: readonly { readonly key: string; readonly label: string }[];
  /** The shop's customer segments; null when Shopify could not be asked. */
  readonly segments: readonly { readonly id: string; readonly name: string }[] | null;
}
