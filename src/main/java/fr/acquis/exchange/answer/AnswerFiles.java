package fr.acquis.exchange.answer;

import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceSettings;
import fr.acquis.evidence.RefusedFile;
import fr.acquis.exchange.FileRefusals;
import fr.acquis.exchange.MessageFiles;
import fr.acquis.shared.BusinessRefusal;
import fr.acquis.shared.JourneyId;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Takes the files of a mail in as those of the page are; they lie on disk meanwhile, never whole in memory. */
@Component
class AnswerFiles {

    private static final int LONGEST_NAME = 120;

    private final MessageFiles files;
    private final FileRefusals refusals;
    private final EvidenceSettings settings;

    AnswerFiles(MessageFiles files, FileRefusals refusals, EvidenceSettings settings) {
        this.files = files;
        this.refusals = refusals;
        this.settings = settings;
    }

    /**
     * @param names of those that were not taken
     * @param reasons the same with why, in words
     */
    record Taken(List<EvidenceId> files, List<String> names, List<String> reasons) {}

    Taken take(JourneyId journey, List<Part> parts, Locale language) throws MessagingException, IOException {
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Part part : parts) {
            String name = name(part);
            try {
                if (taken.files().size() >= MessageFiles.MOST) {
                    throw MessageFiles.tooMany();
                }
                EvidenceId file = take(journey, name, part);
                if (!taken.files().contains(file)) {
                    taken.files().add(file);
                }
            } catch (RefusedFile | BusinessRefusal no) {
                taken.names().add(name);
                taken.reasons().add(refusals.said(name, no, language));
            }
        }
        return taken;
    }

    private EvidenceId take(JourneyId journey, String name, Part part) throws MessagingException, IOException {
        Path path = Files.createTempFile(Files.createDirectories(settings.spool()), "mail-", ".part");
        try {
            try (InputStream content = part.getInputStream()) {
                Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            }
            return files.take(
                    journey, name, AnswerParts.type(part), () -> Files.newInputStream(path), Files.size(path));
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static String name(Part part) throws MessagingException {
        String name =
                AnswerParts.name(part).replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        // The end says the type.
        return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
    }
}
