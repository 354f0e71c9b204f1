package fr.acquis.identity;

/** What a person may be here; one person may hold several, each within a certifying body (a candidate in none). */
public enum Role {
    /** Asks for the VAE. */
    CANDIDATE,
    /** Accompagnateur: supports candidates, never decides. */
    ADVISER,
    /** Instructs and decides for the certifying body. */
    AGENT,
    /** Runs the certifying body: escalations, dashboards, blocks. */
    MANAGER,
    /** Sits on juries. */
    JUROR,
    /** Delivers certificates for the branch. */
    CPNE,
    /** Accounts, parameters, audit log. */
    ADMIN;

    /** Those who work on cases in a worklist. */
    public boolean staff() {
        return this != CANDIDATE && this != JUROR;
    }

    public String authority() {
        return "ROLE_" + name();
    }
}
