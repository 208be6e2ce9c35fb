/** Where an app wants to hear of a topic. Declared ones come from the app's own configuration and never lapse. */
export interface Subscription {
  id: number;
  topic: string;
  address: string;
  apiVersion: string;
  appKey: string;
  declared: boolean;
  /** Deliveries that failed in a row; after eight the subscription is gone. */
  failures: number;
  createdAt: string;
  updatedAt: string;
}
