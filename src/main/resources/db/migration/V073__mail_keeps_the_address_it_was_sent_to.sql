-- A person's address may change later: the proof of sending says which one the server accepted the mail for.
alter table mail add column sent_to varchar(254) null after sent_at;
