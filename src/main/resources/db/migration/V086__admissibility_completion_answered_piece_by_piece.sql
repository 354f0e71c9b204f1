-- What the candidate answers to each piece of a request for completion; a piece without a row has no answer yet.
create table completion_answer (
    journey_id  uuid        not null references journey (id),
    number      int         not null,
    piece       int         not null,
    -- Said in words: an answer, or why the piece cannot be given.
    unavailable boolean     not null,
    text        text        null,
    files       text        not null check (json_valid(files)),
    answered_at datetime(6) not null,
    primary key (journey_id, number, piece)
);
