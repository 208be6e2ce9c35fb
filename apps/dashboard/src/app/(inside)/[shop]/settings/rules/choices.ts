/** What rules can be about in this shop. */
export interface Choices {
  readonly currency: string;
  readonly reasons: readonly { readonly key: string; readonly label: string }[];
  /** The shop's customer segments, as soon as Shopify names them; null when it could not be asked. */
  readonly segments: Promise<readonly { readonly id: string; readonly name: string }[] | null>;
}
