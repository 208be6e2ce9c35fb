-- Days are the shop's, in its time zone. Whoever adds to sums of days holds them until its end, side by side with others
-- who do; who counts all days anew in another zone has them alone, so that no sum of a day of the old zone comes after.
create function hold_days(shop uuid) returns void language sql as $$
  select pg_advisory_xact_lock_shared(hashtextextended('days of ' || shop, 0))
$$;--> statement-breakpoint
create function have_days_alone(shop uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('days of ' || shop, 0))
$$;--> statement-breakpoint

-- As before, with the days held first: what is read of the shop afterwards is what holds until the end.
create or replace function keep_credit_sums() returns trigger language plpgsql as $$
begin
  perform hold_days(new.shop_id);
  if tg_op = 'UPDATE' then
    perform sum_credit(old, -1);
  end if;
  perform sum_credit(new, 1);
  return null;
end $$;--> statement-breakpoint
create or replace function keep_owed_of_leg() returns trigger language plpgsql as $$
begin
  perform hold_days(new.shop_id);
  insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
  select new.shop_id, date_trunc('month', b.confirmed_at at time zone s.time_zone)::date,
         (new.confirmed_at at time zone s.time_zone)::date, new.currency, new.amount_minor, 0, 0, 0
    from issuances i join shops s on s.id = i.shop_id
    join issuance_legs b on b.shop_id = i.shop_id and b.issuance_id = i.id and b.kind = 'base'
   where i.shop_id = new.shop_id and i.id = new.issuance_id and i.destination = 'store_credit';
  if new.kind = 'base' then
    insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
    select g.shop_id, date_trunc('month', new.confirmed_at at time zone s.time_zone)::date, (u.happened_at at time zone s.time_zone)::date,
           g.currency, 0, case u.kind when 'spent' then u.amount_minor else 0 end, case u.kind when 'expired' then u.amount_minor else 0 end,
           case u.kind when 'taken_back' then u.amount_minor else 0 end
      from issuance_legs g join credit_uses u on u.shop_id = g.shop_id and u.leg_id = g.id join shops s on s.id = g.shop_id
     where g.shop_id = new.shop_id and g.issuance_id = new.issuance_id;
  end if;
  return null;
end $$;--> statement-breakpoint
create or replace function keep_owed_of_uses() returns trigger language plpgsql as $$
declare
  times int := tg_argv[0]::int;
begin
  -- A shop that is forgotten leaves no sums of what it had.
  if current_user = 'kept_redactor' then
    return null;
  end if;
  perform hold_days(shop_id) from (select distinct shop_id from moved) those;
  insert into owed_sums (shop_id, month, day, currency, given_minor, spent_minor, expired_minor, taken_back_minor)
  select g.shop_id, date_trunc('month', b.confirmed_at at time zone s.time_zone)::date, (u.happened_at at time zone s.time_zone)::date,
         g.currency, 0, times * coalesce(sum(u.amount_minor) filter (where u.kind = 'spent'), 0),
         times * coalesce(sum(u.amount_minor) filter (where u.kind = 'expired'), 0),
         times * coalesce(sum(u.amount_minor) filter (where u.kind = 'taken_back'), 0)
    from moved u join issuance_legs g on g.shop_id = u.shop_id and g.id = u.leg_id
    join issuance_legs b on b.shop_id = g.shop_id and b.issuance_id = g.issuance_id and b.kind = 'base' and b.state = 'confirmed'
    join shops s on s.id = g.shop_id
   group by 1, 2, 3, 4;
  return null;
end $$;--> statement-breakpoint

-- Sums of days that are counted anew are taken away first.
grant delete on figure_days, figure_totals to kept_app;
