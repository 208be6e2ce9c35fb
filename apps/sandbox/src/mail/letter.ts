/** A letter Resend was asked to send. */
export interface Letter {
  id: number;
  /** What Resend calls it. */
  resendId: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  createdAt: string;
  idempotencyKey: string | null;
  /** Of the request's raw bytes: the same key must come with the same letter. */
  digest: string;
}
