package fr.acquis.livret2.api;

import fr.acquis.livret2.AssembledFile;
import fr.acquis.livret2.Deposit;
import fr.acquis.platform.api.Moments;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in. Its receipt is among the letters of the case.
 *
 * @param contentSha256 of what was written
 * @param sealSha256 what its receipt proves: of one line "hash, two spaces, name" for what was written and for each piece
 * @param gaps skills deposited with something missing
 * @param piecesDone pieces read into the file so far, of piecesTotal
 * @param file null until it is assembled
 * @param check null until an agent has checked it
 */
record DepositDetail(
        UUID journey,
        int attempt,
        int number,
        OffsetDateTime depositedAt,
        String contentSha256,
        String sealSha256,
        int gaps,
        int piecesDone,
        int piecesTotal,
        @Nullable MadeFile file,
        @Nullable FoundByCheck check) {

    static DepositDetail of(Deposit deposit) {
        return new DepositDetail(
                deposit.journey().value(),
                deposit.attempt(),
                deposit.number(),
                Moments.of(deposit.depositedAt()),
                deposit.contentHash().hex(),
                deposit.seal().hash().hex(),
                deposit.gaps(),
                deposit.progress().done(),
                deposit.progress().total(),
                deposit.file() == null ? null : MadeFile.of(deposit, deposit.file()),
                deposit.check() == null ? null : FoundByCheck.of(deposit.check()));
    }

    record MadeFile(long size, int pages, String sha256, OffsetDateTime assembledAt, String content) {

        static MadeFile of(Deposit deposit, AssembledFile file) {
            return new MadeFile(
                    file.size(),
                    file.pages(),
                    file.sha256().hex(),
                    Moments.of(file.assembledAt()),
                    "/api/v1/journeys/" + deposit.journey() + "/livret2/file?attempt=" + deposit.attempt());
        }
    }

    record FoundByCheck(
            OffsetDateTime at,
            Deposit.Verdict verdict,
            List<Deposit.Problem> problems,
            @Nullable String explanation,
            @Nullable LocalDate completeBy) {

        static FoundByCheck of(Deposit.Check check) {
            return new FoundByCheck(
                    Moments.of(check.at()), check.verdict(), check.problems(), check.explanation(), check.completeBy());
        }
    }
}
