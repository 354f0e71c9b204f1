package fr.acquis.jury;

import fr.acquis.certification.SkillBlockCode;

/**
 * The jury's decision on one bloc.
 *
 * @param votesFor voices, powers included
 * @param reasons why; asked for where the bloc is not obtained
 */
public record BlockDecision(String block, boolean obtained, int votesFor, int votesAgainst, String reasons) {

    public SkillBlockCode code() {
        return new SkillBlockCode(block);
    }

    /** Voices were equal: the president's own decided. */
    public boolean castingVote() {
        return votesFor == votesAgainst;
    }

    /** Whether the decision is the one the voices make. */
    public boolean agreesWithVotes() {
        return castingVote() || obtained == votesFor > votesAgainst;
    }
}
