package fr.acquis.admissibility.web;

import fr.acquis.admissibility.Livret1;
import fr.acquis.admissibility.Livret1.Activities;
import fr.acquis.admissibility.Livret1.BlockActivity;
import fr.acquis.admissibility.Livret1.Contact;
import fr.acquis.admissibility.Livret1.Experience;
import fr.acquis.admissibility.Livret1.Experiences;
import fr.acquis.admissibility.Livret1.Identity;
import fr.acquis.admissibility.Livret1.Request;
import fr.acquis.admissibility.Livret1.Situation;
import fr.acquis.admissibility.Livret1.Statement;
import fr.acquis.admissibility.Section;
import fr.acquis.identity.Person;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * The pages of livret 1 as the browser sends them: plain fields, because a value that cannot be read (a date, a number)
 * must be shown back as it was typed, and the rest kept.
 */
final class Forms {

    private Forms() {}

    /** A page filled from the form, or into it. */
    interface Page {

        Livret1 into(Livret1 livret);

        /** Offers what the account already says: nobody writes twice what is known. */
        default void offer(Person person) {}
    }

    /**
     * @param blocks codes of the blocs aimed at
     * @param asked what the certification asks to be held, as its règlement says it
     */
    static Page of(Section section, Livret1 livret, List<String> blocks, List<String> asked) {
        return switch (section) {
            case REQUEST -> new RequestPage(livret.request());
            case PREREQUISITES -> new MorePages.PrerequisitesPage(livret.request(), asked);
            case IDENTITY -> new IdentityPage(livret.identity());
            case CONTACT -> new ContactPage(livret.contact());
            case SITUATION -> new SituationPage(livret.situation());
            case EXPERIENCES -> new ExperiencesPage(livret.experiences());
            case ACTIVITIES -> new ActivitiesPage(livret.activities(), blocks);
            case PIECES -> kept -> kept;
            case DISPENSATIONS -> new MorePages.DispensationsPage(livret.dispensations(), blocks);
            case STATEMENT -> new StatementPage(livret.statement());
        };
    }

    static final class RequestPage implements Page {
        public Livret1.Nature nature;
        public Livret1.Target target;
        public Set<String> blocks = new LinkedHashSet<>();
        public String option;
        public String firstLanguage;
        public String secondLanguage;
        public String pathway;

        @DateTimeFormat(iso = ISO.DATE)
        public LocalDate portalFiledOn;

        public String portalNumber;

        RequestPage(Request request) {
            nature = request.nature();
            target = request.target();
            blocks.addAll(request.blocks());
            option = request.variant().option();
            firstLanguage = request.variant().firstLanguage();
            secondLanguage = request.variant().secondLanguage();
            pathway = request.variant().pathway();
            portalFiledOn = request.portal().filedOn();
            portalNumber = request.portal().number();
        }

        @Override
        public Livret1 into(Livret1 livret) {
            return livret.with(new Request(
                    nature,
                    target,
                    blocks,
                    livret.request().prerequisites(),
                    new Livret1.Variant(option, firstLanguage, secondLanguage, pathway),
                    new Livret1.PortalFiling(portalFiledOn, portalNumber)));
        }
    }

    static final class IdentityPage implements Page {
        public String birthName;
        public String useName;
        public String givenNames;

        @DateTimeFormat(iso = ISO.DATE)
        public LocalDate birthDate;

        public String nationality;
        public Livret1.Gender gender;
        public Integer educationLevel;
        public Integer certificationLevel;
        public String certificationsHeld;

        IdentityPage(Identity identity) {
            birthName = identity.birthName();
            useName = identity.useName();
            givenNames = identity.givenNames();
            birthDate = identity.birthDate();
            nationality = identity.nationality();
            gender = identity.gender();
            educationLevel = identity.educationLevel();
            certificationLevel = identity.certificationLevel();
            certificationsHeld = identity.certificationsHeld();
        }

        @Override
        public void offer(Person person) {
            if (birthName == null && givenNames == null) {
                birthName = person.birthName();
                useName = person.useName();
                givenNames = person.givenName();
            }
        }

        @Override
        public Livret1 into(Livret1 livret) {
            Identity identity = new Identity(
                    birthName,
                    useName,
                    givenNames,
                    birthDate,
                    nationality,
                    gender,
                    educationLevel,
                    certificationLevel,
                    certificationsHeld);
            return livret.with(identity);
        }
    }

    static final class ContactPage implements Page {
        public String address;
        public String addressComplement;
        public String postalCode;
        public String city;
        public String country;
        public String phone;
        public String email;

        ContactPage(Contact contact) {
            address = contact.address();
            addressComplement = contact.addressComplement();
            postalCode = contact.postalCode();
            city = contact.city();
            country = contact.country();
            phone = contact.phone();
            email = contact.email();
        }

        @Override
        public void offer(Person person) {
            if (email == null) {
                email = person.email();
            }
        }

        @Override
        public Livret1 into(Livret1 livret) {
            return livret.with(new Contact(address, addressComplement, postalCode, city, country, phone, email));
        }
    }

    static final class SituationPage implements Page {
        public Livret1.Status status;
        public String idcc;
        public Set<Livret1.Goal> goals = new LinkedHashSet<>();

        SituationPage(Situation situation) {
            status = situation.status();
            idcc = situation.idcc();
            goals.addAll(situation.goals());
        }

        @Override
        public Livret1 into(Livret1 livret) {
            return livret.with(new Situation(status, idcc, goals));
        }
    }

    static final class ExperiencesPage implements Page {

        /** The official model has eight, those beyond stand in an annex; an empty one more is always offered. */
        static final int MOST = Livret1.MOST_EXPERIENCES;

        public List<ExperienceLine> experiences = new ArrayList<>();

        ExperiencesPage(Experiences kept) {
            kept.experiences().forEach(experience -> experiences.add(new ExperienceLine(experience)));
            if (experiences.size() < MOST) {
                experiences.add(new ExperienceLine());
            }
        }

        @Override
        public Livret1 into(Livret1 livret) {
            return livret.with(new Experiences(
                    experiences.stream().map(ExperienceLine::value).toList()));
        }
    }

    static final class ExperienceLine {
        public String role;
        public String organisation;
        public Livret1.Setting setting;

        @DateTimeFormat(iso = ISO.DATE)
        public LocalDate start;

        @DateTimeFormat(iso = ISO.DATE)
        public LocalDate end;

        public BigDecimal weeklyHours;
        public String description;

        ExperienceLine() {}

        ExperienceLine(Experience experience) {
            role = experience.role();
            organisation = experience.organisation();
            setting = experience.setting();
            start = experience.start();
            end = experience.end();
            weeklyHours = experience.weeklyHours();
            description = experience.description();
        }

        Experience value() {
            return new Experience(role, organisation, setting, start, end, weeklyHours, description);
        }
    }

    static final class ActivitiesPage implements Page {
        public List<ActivityLine> blocks = new ArrayList<>();

        ActivitiesPage(Activities activities, List<String> codes) {
            for (String code : codes) {
                BlockActivity kept = activities.of(code);
                ActivityLine line = new ActivityLine();
                line.code = code;
                line.practised = kept == null ? null : kept.practised();
                line.comment = kept == null ? null : kept.comment();
                blocks.add(line);
            }
        }

        @Override
        public Livret1 into(Livret1 livret) {
            return livret.with(new Activities(blocks.stream()
                    .map(line -> new BlockActivity(line.code, line.practised, line.comment))
                    .toList()));
        }
    }

    static final class ActivityLine {
        public String code;
        public Livret1.Practised practised;
        public String comment;
    }

    static final class StatementPage implements Page {
        public boolean truthful;
        public boolean shareAdmissibility;
        public boolean shareResult;
        public Livret1.Accompaniment accompaniment;
        public String comment;

        StatementPage(Statement statement) {
            truthful = statement.truthful();
            shareAdmissibility = statement.shareAdmissibility();
            shareResult = statement.shareResult();
            accompaniment = statement.accompaniment();
            comment = statement.comment();
        }

        @Override
        public Livret1 into(Livret1 livret) {
            return livret.with(new Statement(truthful, shareAdmissibility, shareResult, accompaniment, comment));
        }
    }
}
