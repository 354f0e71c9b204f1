package fr.acquis.exchange.web;

import fr.acquis.exchange.Message;
import fr.acquis.exchange.Message.JoinedFile;
import fr.acquis.journey.Journey;
import fr.acquis.shell.Choice;
import fr.acquis.shell.Tab;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what is written about a case.
 *
 * @param base the address of the page, forms beside it
 * @param lines in the order of writing
 * @param older where older ones are; null when there are none
 * @param writes false while the request is not filed: nobody reads there yet
 * @param readers who reads here, in words
 * @param adviserReads the choice of who reads a note; empty where there is none to make
 * @param awaitsSince since when the candidate waits for a word, for who answers; null otherwise
 * @param savedAt when the draft was kept; null when there is none
 */
record ThreadView(
        Journey journey,
        Message.Kind kind,
        String base,
        List<Tab> tabs,
        List<Line> lines,
        @Nullable String older,
        boolean writes,
        String readers,
        List<Choice> adviserReads,
        @Nullable Instant awaitsSince,
        String draft,
        @Nullable String savedAt,
        List<JoinedFile> waiting,
        boolean own) {

    /**
     * @param author as this reader knows them
     * @param role what they are here; null where the author says it
     * @param fresh whether the reader sees it for the first time
     * @param until until when its author may change it; null when they may not
     */
    record Line(
            Message message,
            String author,
            @Nullable String role,
            List<Linked.Part> parts,
            boolean mine,
            boolean fresh,
            @Nullable String until) {}

    public boolean note() {
        return kind == Message.Kind.NOTE;
    }
}
