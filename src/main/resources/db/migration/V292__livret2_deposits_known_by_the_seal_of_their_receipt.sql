-- The hash a receipt proves; null for deposits made before, until their file is made again.
alter table livret2_deposit
    add column seal char(64) character set ascii collate ascii_bin null,
    add index livret2_deposit_by_seal (seal);
