package fr.acquis.notification;

import fr.acquis.identity.Role;
import fr.acquis.identity.SignedIn;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What notifications are about, as people choose how soon they are told of each. */
public enum Subject {
    /** Decisions, dates, letters and who has the case: always told at once, nobody can miss a right by a setting. */
    LEGAL(EnumSet.allOf(Role.class)),
    MESSAGES(EnumSet.of(Role.CANDIDATE, Role.ADVISER, Role.AGENT, Role.MANAGER)),
    SUPPORT(EnumSet.of(Role.CANDIDATE, Role.ADVISER)),
    /** What the case waits for: reminders, documents, plans. */
    REQUESTS(EnumSet.of(Role.CANDIDATE)),
    /** Cases one follows without being asked anything. */
    FOLLOWED(EnumSet.of(Role.ADVISER, Role.AGENT, Role.MANAGER)),
    /** What stands in the way of the body's work. */
    OFFICE(EnumSet.of(Role.AGENT, Role.MANAGER, Role.ADMIN));

    private final Set<Role> concerned;

    Subject(Set<Role> concerned) {
        this.concerned = concerned;
    }

    public boolean always() {
        return this == LEGAL;
    }

    public String messageKey() {
        return "notification.subject." + name();
    }

    /** Those a person is told of at all, by the roles they hold. */
    public static List<Subject> of(SignedIn person) {
        return Arrays.stream(values())
                .filter(subject -> subject.concerned.stream().anyMatch(person::is))
                .toList();
    }

    static Subject of(Notification notification) {
        return switch (notification) {
            case CaseNotification.MessageWaiting it -> MESSAGES;
            case CaseNotification.AnswerArrived it -> MESSAGES;
            case CaseNotification.AnswerNotTaken it -> MESSAGES;
            case SupportNotification.SupportSessionPlanned it -> SUPPORT;
            case SupportNotification.SupportEnded it -> SUPPORT;
            case Livret2Notification.Livret2ReviewAsked it -> SUPPORT;
            case Livret2Notification.Livret2Reviewed it -> SUPPORT;
            case CaseNotification.Reminded it -> REQUESTS;
            case CaseNotification.DocumentAsked it -> REQUESTS;
            case SupportNotification.PlanProposed it -> REQUESTS;
            case SupportNotification.PlanDone it -> REQUESTS;
            case CaseNotification.Followed it -> FOLLOWED;
            case Notification.TechnicalBlock it -> OFFICE;
            case Notification.MailUndeliverable it -> OFFICE;
            case AwardNotification.ReturnedToJury it -> OFFICE;
            case JuryNotification.JurorLinked it -> OFFICE;
            default -> LEGAL;
        };
    }
}
