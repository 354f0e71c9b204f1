package fr.acquis.admissibility;

import fr.acquis.admissibility.store.CompletionAnswerRows;
import fr.acquis.evidence.Evidence;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.Evidences;
import fr.acquis.identity.CurrentPerson;
import fr.acquis.journey.Journey;
import fr.acquis.journey.Journeys;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.BusinessRefusal.Kind;
import fr.acquis.shared.JourneyId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The candidate answers a request for completion piece by piece: a file, words, or why it cannot be given. */
@Service
@Transactional
public class CompletionAnswers {

    public static final int LONGEST = 2000;

    private final CompletionAnswerRows rows;
    private final CompletionRequests requests;
    private final Evidences evidences;
    private final Journeys journeys;
    private final CurrentPerson current;
    private final Clock clock;

    CompletionAnswers(
            CompletionAnswerRows rows,
            CompletionRequests requests,
            Evidences evidences,
            Journeys journeys,
            CurrentPerson current,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.evidences = evidences;
        this.journeys = journeys;
        this.current = current;
        this.clock = clock;
    }

    public enum State {
        UNANSWERED,
        PROVIDED,
        ANSWERED,
        UNAVAILABLE
    }

    /**
     * @param number its place in the request, from 1
     * @param files that stand; what was withdrawn answers nothing any more
     */
    public record PieceAnswer(
            int number,
            CompletionRequest.Piece piece,
            State state,
            @Nullable String text,
            List<Evidence> files) {

        /** The kinds of file that answer it. */
        public Set<EvidenceKind> kinds() {
            return PieceCheck.kinds(piece.code() == null ? "" : piece.code());
        }
    }

    /** Each piece of the request with what was answered so far, for somebody who may see the case. */
    @Transactional(readOnly = true)
    public List<PieceAnswer> of(CompletionRequest request) {
        List<CompletionAnswer> answers = rows.of(request.journey(), request.number());
        List<Evidence> standing = standing(request.journey());
        return IntStream.range(0, request.pieces().size())
                .mapToObj(n -> piece(n + 1, request.pieces().get(n), answers, standing))
                .toList();
    }

    private static PieceAnswer piece(
            int number, CompletionRequest.Piece piece, List<CompletionAnswer> answers, List<Evidence> standing) {
        CompletionAnswer answer = answers.stream()
                .filter(one -> one.piece() == number)
                .findFirst()
                .orElse(null);
        if (answer == null) {
            return new PieceAnswer(number, piece, State.UNANSWERED, null, List.of());
        }
        List<Evidence> files = standing.stream()
                .filter(one -> answer.files().contains(one.id()))
                .toList();
        return new PieceAnswer(number, piece, state(answer, files), answer.text(), files);
    }

    private static State state(CompletionAnswer answer, List<Evidence> files) {
        if (!files.isEmpty()) {
            return State.PROVIDED;
        }
        if (Texts.blank(answer.text())) {
            return State.UNANSWERED;
        }
        return answer.unavailable() ? State.UNAVAILABLE : State.ANSWERED;
    }

    /** Answers a piece in words, or says why it cannot be given; a later answer replaces an earlier one. */
    public void say(JourneyId id, int piece, boolean unavailable, String text) {
        if (text.isBlank() || text.strip().length() > LONGEST) {
            throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.no-answer");
        }
        CompletionRequest request = own(id, piece);
        write(request, new CompletionAnswer(piece, unavailable, text.strip(), files(request, piece), clock.instant()));
    }

    /** A file of the case, sent for this piece. */
    public void provide(JourneyId id, int piece, EvidenceId file) {
        CompletionRequest request = own(id, piece);
        if (standing(id).stream().noneMatch(one -> one.id().equals(file))) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "admissibility.refused.no-such-file");
        }
        provide(request, piece, List.of(file));
    }

    private void provide(CompletionRequest request, int piece, List<EvidenceId> added) {
        List<EvidenceId> files = Stream.concat(files(request, piece).stream(), added.stream())
                .distinct()
                .toList();
        String text = answer(request, piece)
                .filter(before -> !before.unavailable())
                .map(CompletionAnswer::text)
                .orElse(null);
        write(request, new CompletionAnswer(piece, false, text, files, clock.instant()));
    }

    /**
     * What stands between the answers and their sending: a file added since the request counts for the first piece it can
     * answer, whatever way it came.
     *
     * @throws BusinessRefusal while a piece has no answer
     */
    void settle(CompletionRequest request) {
        Set<EvidenceId> linked = rows.of(request.journey(), request.number()).stream()
                .flatMap(answer -> answer.files().stream())
                .collect(Collectors.toSet());
        List<Evidence> added = new ArrayList<>(standing(request.journey()).stream()
                .filter(one -> one.current().storedAt().isAfter(request.requestedAt()) && !linked.contains(one.id()))
                .toList());
        for (PieceAnswer piece : of(request)) {
            if (piece.state() == State.UNANSWERED) {
                List<EvidenceId> fitting = added.stream()
                        .filter(one -> piece.kinds().contains(one.kind()))
                        .map(Evidence::id)
                        .limit(1)
                        .toList();
                if (fitting.isEmpty()) {
                    throw new BusinessRefusal(Kind.INVALID, "admissibility.refused.pieces-unanswered");
                }
                added.removeIf(one -> fitting.contains(one.id()));
                provide(request, piece.number(), fitting);
            }
        }
    }

    private void write(CompletionRequest request, CompletionAnswer answer) {
        rows.write(request.journey(), request.number(), answer);
    }

    private List<EvidenceId> files(CompletionRequest request, int piece) {
        return answer(request, piece).map(CompletionAnswer::files).orElse(List.of());
    }

    private Optional<CompletionAnswer> answer(CompletionRequest request, int piece) {
        return rows.of(request.journey(), request.number()).stream()
                .filter(one -> one.piece() == piece)
                .findFirst();
    }

    /** The request that waits for the signed-in candidate's answer. */
    private CompletionRequest own(JourneyId id, int piece) {
        Journey journey = journeys.get(id);
        if (!journey.candidate().equals(current.get().id())) {
            throw new BusinessRefusal(Kind.FORBIDDEN, "admissibility.refused.not-the-candidate");
        }
        journeys.lock(id);
        CompletionRequest request = requests.pending(id)
                .filter(one -> !journey.isOver() && journey.awaitsDecision())
                .orElseThrow(() -> new BusinessRefusal(Kind.CONFLICT, "admissibility.refused.not-writable"));
        if (piece < 1 || piece > request.pieces().size()) {
            throw new BusinessRefusal(Kind.NOT_FOUND, "journey.refused.unknown");
        }
        return request;
    }

    private List<Evidence> standing(JourneyId id) {
        return evidences.held(id).stream().filter(Evidence::stands).toList();
    }
}
