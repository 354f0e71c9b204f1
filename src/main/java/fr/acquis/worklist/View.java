package fr.acquis.worklist;

/** Which rows of what a person may see; what {@code view=} says in an address. */
public enum View {
    /** Of the person's teams, and of no team; of the whole body for who is in no team. */
    TEAM,
    MINE,
    /** As TEAM, held by nobody. */
    UNASSIGNED,
    /** Of the cases the person watches, whoever is asked. */
    WATCHED,
    /** What the person answered, the latest first. */
    DONE,
    /** Of the whole certifying body. */
    ALL;

    public String messageKey() {
        return "worklist.view." + name();
    }
}
