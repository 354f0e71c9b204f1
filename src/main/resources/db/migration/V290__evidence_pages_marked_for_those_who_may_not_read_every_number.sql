-- A letter for each page as reading found it: C clean, N numbers, H hides something, P pictures nobody looked through yet.
alter table evidence_version add column page_marks text character set ascii collate ascii_bin null;

-- Whether a number is black on the drawing; null where it was drawn before that was told.
alter table evidence_page add column covered boolean null;
