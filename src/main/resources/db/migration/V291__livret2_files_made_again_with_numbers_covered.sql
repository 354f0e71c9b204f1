-- Files assembled before hold the numbers of their pieces: they are withheld, and made again by the round that does so anyway.
update livret2_deposit set stale_since = utc_timestamp(6) where object_key is not null and stale_since is null;
