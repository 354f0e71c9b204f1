-- The address to answer to is made when the mail leaves, so that no row holds it.
alter table mail
    add column answerable boolean not null default false;
