-- The index of passages no longer listens by kept publications: what waited for it would be given again for ever.
delete from EVENT_PUBLICATION where LISTENER_ID like 'fr.acquis.evidence.passages.IndexUpkeep.%';
