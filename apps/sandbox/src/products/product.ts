export interface Variant {
  id: number;
  ref: string;
  title: string;
  sku: string | null;
  /** Minor units of the shop's currency. */
  price: bigint;
  weightGrams: number;
  inventory: number;
}

export interface Product {
  id: number;
  handle: string;
  title: string;
  type: string;
  vendor: string;
  tags: string[];
  /** Collection handles. */
  collections: string[];
  /** A file under /cdn/{shop handle}/. */
  picture: string | null;
  pictureAlt: string | null;
  giftCard: boolean;
  variants: Variant[];
  createdAt: string;
}
