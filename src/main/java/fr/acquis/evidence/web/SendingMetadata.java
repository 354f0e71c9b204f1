package fr.acquis.evidence.web;

import fr.acquis.evidence.EvidenceAccess.Owner;
import fr.acquis.evidence.EvidenceId;
import fr.acquis.evidence.EvidenceKind;
import fr.acquis.evidence.GivenFile;
import fr.acquis.evidence.SendingWish;
import fr.acquis.shared.JourneyId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The header Upload-Metadata: names and values in Base64, parted by commas. */
record SendingMetadata(Map<String, String> values) {

    private static final int LONGEST_TYPE = 150;
    private static final int LONGEST_PURPOSE = 200;

    static SendingMetadata of(String header) {
        Map<String, String> values = new HashMap<>();
        for (String pair : header.split(",")) {
            String[] both = pair.strip().split(" ", 2);
            try {
                values.put(
                        both[0],
                        both.length == 1
                                ? ""
                                : new String(Base64.getDecoder().decode(both[1].strip()), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException noBase64) {
                return new SendingMetadata(Map.of());
            }
        }
        return new SendingMetadata(values);
    }

    /** Empty when what is needed is missing or means nothing. */
    Optional<SendingWish> wish(JourneyId journey, Owner owner, long size) {
        String fingerprint = value("fingerprint");
        String type = value("filetype");
        if (size < 0
                || !fingerprint.matches("[\\x21-\\x7e]{1,100}")
                || type.length() > LONGEST_TYPE
                || value("for").length() > LONGEST_PURPOSE) {
            return Optional.empty();
        }
        try {
            String replaces = value("replaces");
            return Optional.of(new SendingWish(
                    new GivenFile(
                            journey,
                            owner.certifyingBody(),
                            owner.candidate(),
                            EvidenceKind.valueOf(value("kind")),
                            value("filename"),
                            type,
                            size,
                            Boolean.parseBoolean(value("others")),
                            replaces.isEmpty() ? null : EvidenceId.of(replaces)),
                    fingerprint,
                    value("for")));
        } catch (IllegalArgumentException meaningless) {
            return Optional.empty();
        }
    }

    private String value(String name) {
        return values.getOrDefault(name, "");
    }
}
