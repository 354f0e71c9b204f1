/**
 * Tells people what happened: letters (PDF/A-2a and PDF/UA, kept with their hash), mails (queued with the decision, sent
 * outside it, the same Message-ID on every repeat) and notices inside the application. Other rooms pass facts, as records
 * of {@link fr.acquis.notification.Letter} and {@link fr.acquis.notification.Notification}; how they are worded and laid
 * out is decided here. No other room is asked anything but who a person or a certifying body is.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"identity", "audit", "shell", "shared", "platform", "platform::api"})
package fr.acquis.notification;
