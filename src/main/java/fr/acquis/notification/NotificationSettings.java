package fr.acquis.notification;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where links lead and who writes.
 *
 * @param address the public address of the application, as people type it
 * @param mailFrom the address mails come from
 * @param digestAt from which hour of Paris on the mail of the day is sent
 * @param mailLease how long a sender may take over one mail; longer than the mail server's time limits together
 */
@ConfigurationProperties("acquis.public")
public record NotificationSettings(
        URI address,
        String mailFrom,
        @DefaultValue("07:30") LocalTime digestAt,
        @DefaultValue("3m") Duration mailLease) {

    public NotificationSettings {
        if (address == null || address.getHost() == null) {
            throw new IllegalArgumentException("acquis.public.address must be an absolute address");
        }
        if (mailFrom == null || !mailFrom.contains("@")) {
            throw new IllegalArgumentException("acquis.public.mail-from must be an e-mail address");
        }
    }

    /** A page of ours as a link for the outside. */
    public String link(String page) {
        String base = address.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + page;
    }

    /** The right side of Message-IDs. */
    public String mailDomain() {
        return mailFrom.substring(mailFrom.lastIndexOf('@') + 1);
    }
}
