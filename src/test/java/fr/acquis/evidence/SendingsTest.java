package fr.acquis.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.acquis.devservices.AcquisTest;
import fr.acquis.devservices.ActingAs;
import fr.acquis.evidence.RefusedFile.Reason;
import fr.acquis.evidence.intake.ArrivingHashes;
import fr.acquis.evidence.store.ObjectStore;
import fr.acquis.evidence.store.PartStore;
import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Files that come in parts. */
@AcquisTest
@Tag("evidence")
class SendingsTest {

    private static final int MEGABYTE = 1 << 20;

    @Autowired
    Sendings sendings;

    @Autowired
    SendingSweep sweep;

    @Autowired
    Evidences evidences;

    @Autowired
    ArrivingHashes hashes;

    @Autowired
    ObjectStore store;

    @Autowired
    PartStore parts;

    @Autowired
    ApplicationContext application;

    @Autowired
    ActingAs as;

    @Autowired
    Clock clock;

    private SignedIn candidate;
    private JourneyId journey;

    @BeforeEach
    void a_candidate_has_begun() {
        candidate = as.newCandidate();
        journey = new HandedIn(application).begun(candidate);
    }

    @Test
    void what_arrived_before_the_line_broke_or_the_server_died_is_not_sent_again() throws IOException {
        byte[] file = MadeFile.pdf(20 * MEGABYTE);
        as.run(candidate, () -> {
            Sending begun = sendings.begin(wish("long.pdf", file));
            long arrived = sendings.append(begun.id(), 0, breaking(file, 0, 11 * MEGABYTE));
            assertThat(arrived).isEqualTo(11 * MEGABYTE);
            arrived = sendings.append(begun.id(), arrived, breaking(file, 11 * MEGABYTE, 12 * MEGABYTE));
            assertThat(arrived).isEqualTo(12 * MEGABYTE);
            assertThat(evidences.list(journey)).isEmpty();

            // The process that comes after a restart has seen none of these bytes.
            hashes.take(begun.id(), arrived);
            assertThat(sendings.begin(wish("long.pdf", file))).isEqualTo(find(begun.id()));
            assertThatThrownBy(() -> sendings.append(begun.id(), 5, new ByteArrayInputStream(file)))
                    .isInstanceOf(SendingConflict.class);
            arrived = sendings.append(begun.id(), arrived, from(file, 12 * MEGABYTE));
            assertThat(arrived).isEqualTo(file.length);

            Evidence piece = evidences.find(begun.id()).orElseThrow();
            assertThat(piece.current().sha256()).isEqualTo(Sha256.of(file));
            assertThat(piece.showsOthers()).isTrue();
            assertThat(content(piece.id())).isEqualTo(file);
            assertThat(sendings.find(begun.id())).isEmpty();
            assertThat(store.list("sendings/" + begun.id()).hasNext()).isFalse();
        });
    }

    @Test
    void a_short_file_is_a_piece_at_once_and_goes_on_where_its_line_broke() {
        byte[] file = MadeFile.pdf(3_000);
        byte[] broken = MadeFile.pdf(3_000);
        as.run(candidate, () -> {
            Sending whole = sendings.take(wish("court.pdf", file), new ByteArrayInputStream(file));
            assertThat(whole.received()).isEqualTo(3_000);
            assertThat(sendings.find(whole.id())).isEmpty();
            assertThat(content(whole.id())).isEqualTo(file);

            Sending cut = sendings.take(wish("coupe.pdf", broken), breaking(broken, 0, 1_000));
            assertThat(find(cut.id()).received()).isEqualTo(1_000);
            assertThat(sendings.take(wish("coupe.pdf", broken), new ByteArrayInputStream(broken)))
                    .as("what is on its way is told where it stands")
                    .isEqualTo(find(cut.id()));
            sendings.append(cut.id(), 1_000, from(broken, 1_000));
            assertThat(content(cut.id())).isEqualTo(broken);
        });
    }

    @Test
    void parts_no_row_knows_are_given_up_and_those_of_a_file_on_its_way_stay() {
        byte[] file = MadeFile.pdf(9 * MEGABYTE);
        as.run(candidate, () -> {
            Sending goingOn = sendings.begin(wish("en-route.pdf", file));
            sendings.append(goingOn.id(), 0, breaking(file, 0, 8 * MEGABYTE + 5));
            String orphan = parts.begin("journeys/%s/evidence/unknown/1".formatted(journey), "application/pdf");
            assertThat(unfinished()).hasSize(2).contains(orphan);
            sweep.sweep(clock.instant().plus(Duration.ofDays(2)));
            assertThat(unfinished()).hasSize(1).doesNotContain(orphan);
            sendings.append(goingOn.id(), 8 * MEGABYTE + 5, from(file, 8 * MEGABYTE + 5));
            assertThat(content(goingOn.id())).isEqualTo(file);
            assertThat(unfinished()).isEmpty();
        });
    }

    private List<String> unfinished() {
        return parts.unfinished().stream()
                .filter(one -> one.key().startsWith("journeys/" + journey))
                .map(PartStore.Unfinished::multipart)
                .toList();
    }

    @Test
    void what_is_refused_given_up_or_forgotten_leaves_nothing() {
        byte[] junk = new byte[9 * MEGABYTE];
        byte[] file = MadeFile.pdf(9 * MEGABYTE);
        as.run(candidate, () -> {
            Sending refused = sendings.begin(wish("junk.pdf", junk));
            assertThatThrownBy(() -> sendings.append(refused.id(), 0, new ByteArrayInputStream(junk)))
                    .isInstanceOfSatisfying(
                            RefusedFile.class,
                            no -> assertThat(no.reason()).isEqualTo(Reason.CONTENT_DIFFERS_FROM_NAME));

            Sending abandoned = sendings.begin(wish("up.pdf", file));
            sendings.append(abandoned.id(), 0, breaking(file, 0, 8 * MEGABYTE + 5));
            sendings.abandon(abandoned.id());
            sendings.abandon(abandoned.id());

            Sending forgotten = sendings.begin(wish("late.pdf", file));
            sendings.append(forgotten.id(), 0, breaking(file, 0, 100));
            sweep.sweep(clock.instant().plus(Duration.ofDays(6)));
            assertThat(sendings.find(forgotten.id())).isPresent();
            sweep.sweep(clock.instant().plus(Duration.ofDays(8)));

            assertThat(sendings.open(journey)).isEmpty();
            assertThat(evidences.list(journey)).isEmpty();
            assertThat(store.list("journeys/" + journey).hasNext()).isFalse();
            assertThat(store.list("sendings/" + abandoned.id()).hasNext()).isFalse();
            assertThat(store.list("sendings/" + forgotten.id()).hasNext()).isFalse();
        });
    }

    @Test
    void a_file_that_is_there_is_named_and_somebody_elses_sending_is_unknown() {
        byte[] file = MadeFile.pdf(9 * MEGABYTE);
        as.run(candidate, () -> {
            send("un.pdf", file);
            RefusedFile twin = catchThrowableOfType(RefusedFile.class, () -> send("deux.pdf", file));
            assertThat(twin.reason()).isEqualTo(Reason.DUPLICATE);
            assertThat(twin.arguments()).containsExactly("un.pdf");
            assertThat(store.list("journeys/" + journey))
                    .toIterable()
                    .as("only the first one's object stands")
                    .hasSize(1);
        });
        Sending begun = as.call(candidate, () -> sendings.begin(wish("trois.pdf", MadeFile.pdf(100))));
        as.run(as.newCandidate(), () -> {
            assertThat(sendings.find(begun.id())).isEmpty();
            assertThatThrownBy(() -> sendings.append(begun.id(), 0, InputStream.nullInputStream()))
                    .isInstanceOf(UnknownEvidence.class);
        });
    }

    @Test
    void a_photo_with_hidden_zones_takes_the_place_of_the_one_without() {
        byte[] photo = Documents.picture("jpeg");
        byte[] blurred = Documents.picture("jpeg");
        as.run(candidate, () -> {
            EvidenceId first = send("photo.jpg", photo);
            evidences.sayShowsOthers(first, false);
            assertThat(evidences.find(first).orElseThrow().showsOthers()).isFalse();
            Sending second = sendings.begin(new SendingWish(
                    new GivenFile(
                            journey,
                            as.seeded(Role.AGENT).certifyingBody(),
                            candidate.id(),
                            EvidenceKind.PHOTO,
                            "photo.jpg",
                            "image/jpeg",
                            blurred.length,
                            false,
                            first),
                    "blurred",
                    ""));
            sendings.append(second.id(), 0, new ByteArrayInputStream(blurred));
            assertThat(evidences.find(first).orElseThrow().stands()).isFalse();
            assertThat(store.size("journeys/%s/evidence/%s/1".formatted(journey, first)))
                    .isEmpty();
            assertThat(evidences.find(second.id()).orElseThrow().opens()).isTrue();
        });
    }

    private EvidenceId send(String name, byte[] file) {
        Sending begun = sendings.begin(wish(name, file));
        sendings.append(begun.id(), 0, new ByteArrayInputStream(file));
        return begun.id();
    }

    private Sending find(EvidenceId id) {
        return sendings.find(id).orElseThrow();
    }

    private SendingWish wish(String name, byte[] file) {
        return new SendingWish(
                new GivenFile(
                        journey,
                        as.seeded(Role.AGENT).certifyingBody(),
                        candidate.id(),
                        EvidenceKind.PHOTO,
                        name,
                        "",
                        file.length,
                        true,
                        null),
                Sha256.of(name).hex(),
                "");
    }

    private byte[] content(EvidenceId id) {
        try (EvidenceContent content = evidences.open(id)) {
            return content.stream().readAllBytes();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static InputStream from(byte[] file, int offset) {
        return new ByteArrayInputStream(file, offset, file.length - offset);
    }

    /** Breaks off like a connection: with a fault, not with an end. */
    private static InputStream breaking(byte[] file, int from, int to) {
        InputStream before = new ByteArrayInputStream(Arrays.copyOfRange(file, from, to));
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("only chunks are read");
            }

            @Override
            public int read(byte[] chunk, int offset, int length) throws IOException {
                int read = before.read(chunk, offset, length);
                if (read < 0) {
                    throw new IOException("the line broke");
                }
                return read;
            }
        };
    }
}
