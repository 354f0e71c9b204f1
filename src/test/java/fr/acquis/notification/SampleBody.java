package fr.acquis.notification;

import fr.acquis.identity.Organisations;
import fr.acquis.shared.CertifyingBodyId;
import fr.acquis.shared.JourneyId;
import fr.acquis.shared.PersonId;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.springframework.transaction.support.TransactionTemplate;

/** A certifying body with the letterhead a real one would have, for what a person looks at. */
public final class SampleBody {

    private SampleBody() {}

    public static CertifyingBodyId with(
            Organisations organisations, Letterheads letterheads, TransactionTemplate transaction) {
        return transaction.execute(status -> {
            CertifyingBodyId body = organisations
                    .register("letterhead", "Association de certification de l’immobilier")
                    .id();
            letterheads.set(
                    body,
                    new Letterhead(
                            List.of("46 avenue de l’Exemple", "75008 Paris"),
                            "vae@certification.exemple · 01 99 00 12 34",
                            "Paris",
                            null,
                            "Le service de la validation des acquis de l’expérience",
                            new Letterhead.Logo("image/png", logo())));
            return body;
        });
    }

    public static CaseReference caseOf(
            Organisations organisations, Letterheads letterheads, TransactionTemplate transaction, PersonId candidate) {
        return new CaseReference(
                JourneyId.create(),
                with(organisations, letterheads, transaction),
                candidate,
                "VAE-2026-000123",
                "CQP Négociateur immobilier (RNCP37268)");
    }

    private static byte[] logo() {
        BufferedImage image = new BufferedImage(300, 120, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 300, 120);
        pen.setColor(new Color(0x1d4e89));
        pen.fillRect(0, 20, 80, 80);
        pen.fillOval(100, 20, 80, 80);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
