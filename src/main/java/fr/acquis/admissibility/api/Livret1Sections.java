package fr.acquis.admissibility.api;

import fr.acquis.admissibility.Dispensations;
import fr.acquis.admissibility.Livret1;
import org.jspecify.annotations.Nullable;

/**
 * Sections of livret 1 as a program sends them. A section that is sent replaces the one held, whole; one that is not stays,
 * or is emptied where the whole form is sent.
 */
record Livret1Sections(
        Livret1.@Nullable Request request,
        Livret1.@Nullable Identity identity,
        Livret1.@Nullable Contact contact,
        Livret1.@Nullable Situation situation,
        Livret1.@Nullable Experiences experiences,
        Livret1.@Nullable Activities activities,
        Livret1.@Nullable Statement statement,
        @Nullable Dispensations dispensations) {

    Livret1 over(Livret1 held) {
        return new Livret1(
                request == null ? held.request() : request,
                identity == null ? held.identity() : identity,
                contact == null ? held.contact() : contact,
                situation == null ? held.situation() : situation,
                experiences == null ? held.experiences() : experiences,
                activities == null ? held.activities() : activities,
                statement == null ? held.statement() : statement,
                dispensations == null ? held.dispensations() : dispensations);
    }
}
