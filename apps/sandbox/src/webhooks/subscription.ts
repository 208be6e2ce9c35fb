/** Where an app wants to hear of a topic. Declared ones come from the app's own configuration and never lapse. */
export interface Subscription {
  id: number;
  topic: string;
  /** An HTTP address, `pubsub://project:topic`, or the ARN of an EventBridge source. */
  address: string;
  /** What the app wanted besides; deliveries are always whole JSON here. */
  format?: "JSON" | "XML";
  filter?: string | null;
  name?: string | null;
  includeFields?: string[];
  metafieldNamespaces?: string[];
  metafields?: { namespace?: string | null; key: string }[];
  apiVersion: string;
  appKey: string;
  declared: boolean;
  /** Deliveries that failed in a row; after eight the subscription is gone. */
  failures: number;
  createdAt: string;
  updatedAt: string;
}
