CREATE TABLE "audit_walks" (
	"shop_id" uuid PRIMARY KEY NOT NULL,
	"walked_to" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"first_bad" bigint,
	"walked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_walks" ADD CONSTRAINT "audit_walks_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Walls, the same as everywhere. Only a walk through everything, which is across shops, writes down how far it came.
alter table audit_walks enable row level security;--> statement-breakpoint
alter table audit_walks force row level security;--> statement-breakpoint
create policy own_shop on audit_walks to kept_app using (shop_id = current_shop()) with check (shop_id = current_shop());--> statement-breakpoint
create policy across on audit_walks to kept_across using (true) with check (true);--> statement-breakpoint
grant select on audit_walks to kept_app;--> statement-breakpoint
grant select, insert, update on audit_walks to kept_across;--> statement-breakpoint

-- The same as before of the entries after a known one, which itself must still be there and be as it was.
create function audit_first_bad(which uuid, known bigint, known_hash bytea) returns bigint language sql stable as $$
  with chain as (
    select e, e.seq, known + row_number() over w as place, lag(e.hash) over w as before
      from audit_entries e where e.shop_id = which and e.seq > known window w as (order by e.seq)),
  broken as (
    select least(seq, place) as seq from chain
     where seq <> place or (e).previous_hash <> coalesce(before, known_hash) or (e).hash <> audit_hash(e)),
  ends as (
    select coalesce((select max(seq) from audit_entries where shop_id = which), 0) as last,
           coalesce((select seq from audit_heads where shop_id = which), 0) as head)
  select min(seq) from (
    select seq from broken
    union all select least(last, head) + 1 from ends where last <> head
    union all select last from ends join audit_heads h on h.shop_id = which
      join audit_entries a on a.shop_id = which and a.seq = h.seq where a.hash <> h.hash
    union all select least(known, last + 1) from ends where known > 0 and not exists (
      select 1 from audit_entries a where a.shop_id = which and a.seq = known and a.hash = known_hash)) bad
$$;--> statement-breakpoint
create or replace function audit_first_bad(which uuid) returns bigint language sql stable as $$
  select audit_first_bad(which, 0, '')
$$;
