package fr.acquis.evidence.corpus;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** One invented person with their jobs, the same for the same seed. Values are asked for by the names used in layouts. */
final class Invention {

    private static final Locale FRENCH = Locale.FRENCH;
    private static final List<String> FAMILIES = List.of(
            "Spécimen", "Exemple", "Modèle", "Échantillon", "Démonstration", "Essai", "Gabarit", "Fictif", "Maquette");
    private static final List<String> GIVEN =
            List.of("Camille", "Dominique", "Claude", "Andréa", "Sacha", "Maxime", "Lou", "Noé", "Jeanne", "Aïcha");
    private static final List<String> COMPANIES = List.of(
            "Les Jardins de l’Exemple",
            "Ateliers Modèle",
            "Résidence du Spécimen",
            "Agence de l’Échantillon",
            "Maison Gabarit Services",
            "Mécanique Démonstration",
            "Aide et Présence Fictive",
            "Boulangerie de l’Essai",
            "Transports Maquette",
            "Clinique du Modèle");
    private static final List<String> ASSOCIATIONS =
            List.of("Spécimen Solidarité", "Les Amis de l’Exemple", "Entraide Modèle", "Club de l’Échantillon");
    private static final List<String> ROLES = List.of(
            "aide à domicile",
            "assistante de vie aux familles",
            "agent de maintenance industrielle",
            "conseiller clientèle",
            "négociateur immobilier",
            "auxiliaire de vie",
            "technicien de maintenance",
            "employé polyvalent",
            "animatrice");
    private static final List<String> CITIES =
            List.of("Exempleville", "Modelbourg", "Saint-Gabarit", "Essai-sur-Loire");
    private static final List<String> LEGAL = List.of("SARL", "SAS", "SA", "EURL");
    private static final List<String> WEEKLY = List.of("35", "24", "28", "17,5", "30");

    private final Random random;
    private final boolean woman;
    private final String given;
    private final String family;
    private final List<Job> jobs;
    private final YearMonth month;
    private final String employer;
    private final String association;
    private final String role;
    private final String weekly;
    private final String monthly;
    private final String yearly;
    private final String total;
    private final String legal;
    private final String siren;
    private final List<String> secrets = new ArrayList<>();

    /** One employment, its dates and its company. */
    record Job(String company, LocalDate start, LocalDate end) {}

    Invention(long seed) {
        random = new Random(seed);
        woman = random.nextBoolean();
        given = one(GIVEN);
        family = one(FAMILIES);
        int first = random.nextInt(COMPANIES.size());
        LocalDate start = LocalDate.of(2008 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(28));
        Job one = job(first, start);
        Job two = job(first + 1, one.end().plusDays(20 + random.nextInt(90)));
        Job three = job(first + 2, two.end().plusDays(20 + random.nextInt(90)));
        jobs = List.of(one, two, three);
        month = YearMonth.of(2014 + random.nextInt(10), 1 + random.nextInt(12));
        employer = (random.nextBoolean() ? "Mme " : "M. ") + one(GIVEN) + " " + one(FAMILIES);
        association = one(ASSOCIATIONS);
        role = one(ROLES);
        weekly = one(WEEKLY);
        monthly = decimal(2000 + random.nextInt(13_167));
        yearly = decimal(20_000 + 50 * random.nextInt(2_000));
        total = Integer.toString(80 + random.nextInt(500));
        legal = one(LEGAL);
        siren = luhn("999" + String.format(FRENCH, "%05d", random.nextInt(100_000)));
    }

    private Job job(int company, LocalDate start) {
        return new Job(
                COMPANIES.get(company % COMPANIES.size()),
                start,
                start.plusMonths(5 + random.nextInt(30)).plusDays(random.nextInt(28)));
    }

    Job job(int number) {
        return jobs.get(number - 1);
    }

    YearMonth month() {
        return month;
    }

    String role() {
        return role;
    }

    String siret() {
        return luhn(siren + "0001");
    }

    BigDecimal hours(String which) {
        return new BigDecimal(value(which, null).replace(',', '.'));
    }

    /** The words a layout asks for. */
    String value(String name, String as) {
        return switch (name) {
            case "mme" -> woman ? "Madame" : "Monsieur";
            case "mme." -> woman ? "Mme" : "M.";
            case "given" -> given;
            case "family" -> family;
            case "FAMILY" -> family.toUpperCase(FRENCH);
            case "FAMILYMRZ" -> machine(family);
            case "GIVENMRZ" -> machine(given);
            case "nir" ->
                secret((woman ? "2" : "1") + " 85 05 99 999 0" + (10 + random.nextInt(90)) + " "
                        + (10 + random.nextInt(87)));
            case "iban" -> secret("FR76 9999 9999 99" + (10 + random.nextInt(90)) + " 1234 5678 901");
            case "rate" -> decimal(100 + random.nextInt(1300));
            case "company" -> job(1).company();
            case "COMPANY" -> job(1).company().toUpperCase(FRENCH);
            case "company2" -> job(2).company();
            case "COMPANY2" -> job(2).company().toUpperCase(FRENCH);
            case "company3" -> job(3).company();
            case "COMPANY3" -> job(3).company().toUpperCase(FRENCH);
            case "legal" -> legal;
            case "siren" -> grouped(siren, 3, 3, 3);
            case "siret" -> grouped(siret(), 3, 3, 3, 5);
            case "siret14" -> siret();
            case "street" -> "12 rue du Modèle";
            case "street2" -> "3 allée de l’Exemple";
            case "postcode" -> "99010";
            case "postcode2" -> "99020";
            case "city" -> CITIES.get(0);
            case "CITY" -> CITIES.get(0).toUpperCase(FRENCH);
            case "city2" -> CITIES.get(1);
            case "boss" -> one(GIVEN) + " " + one(FAMILIES);
            case "employer" -> employer;
            case "association" -> association;
            case "role" -> role;
            case "weekly" -> weekly;
            case "monthly" -> monthly;
            case "yearly" -> yearly;
            case "total" -> total;
            case "year" -> Integer.toString(month.getYear());
            case "hourly" -> decimal(1_000 + random.nextInt(600));
            case "gross", "net", "netpaid", "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11" ->
                money(1_000 + random.nextInt(250_000));
            case "start" -> date(job(1).start(), as);
            case "end" -> date(job(1).end(), as);
            case "start2" -> date(job(2).start(), as);
            case "end2" -> date(job(2).end(), as);
            case "start3" -> date(job(3).start(), as);
            case "end3" -> date(job(3).end(), as);
            case "startplus" -> date(job(1).start().plusDays(2), as);
            case "month" -> monthWords(as);
            case "month.first" -> date(month.atDay(1), as);
            case "month.last" -> date(month.atEndOfMonth(), as);
            case "paid" -> date(month.atEndOfMonth().plusDays(3), as);
            case "today" -> date(LocalDate.of(2025, 9, 12), as);
            case "born" -> date(LocalDate.of(1985, 5, 5), as);
            default -> throw new IllegalArgumentException("no such word in a layout: " + name);
        };
    }

    /** Numbers printed so far that identify or pay the person. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    private String secret(String number) {
        secrets.add(number);
        return number;
    }

    private String monthWords(String as) {
        String long_ = month.format(DateTimeFormatter.ofPattern("MMMM yyyy", FRENCH));
        return as.equals("LONG") ? long_.toUpperCase(FRENCH) : long_;
    }

    private static String date(LocalDate day, String as) {
        return switch (as) {
            case "slash" -> day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
            case "long" ->
                (day.getDayOfMonth() == 1 ? "1er" : day.getDayOfMonth())
                        + day.format(DateTimeFormatter.ofPattern(" MMMM yyyy", FRENCH));
            case "month" -> day.format(DateTimeFormatter.ofPattern("MMMM yyyy", FRENCH));
            default -> throw new IllegalArgumentException("no such form of a date: " + as);
        };
    }

    private static String decimal(int hundredths) {
        return String.format(FRENCH, "%d,%02d", hundredths / 100, hundredths % 100);
    }

    private static String money(int cents) {
        String units = Integer.toString(cents / 100);
        String grouped = units.length() > 3
                ? units.substring(0, units.length() - 3) + " " + units.substring(units.length() - 3)
                : units;
        return grouped + String.format(FRENCH, ",%02d", cents % 100);
    }

    private static String machine(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toUpperCase(Locale.ROOT);
    }

    private static String grouped(String digits, int... lengths) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int length : lengths) {
            text.append(at == 0 ? "" : " ").append(digits, at, at + length);
            at += length;
        }
        return text.toString();
    }

    /** With the last digit that makes the whole valid. */
    private static String luhn(String digits) {
        int sum = 0;
        for (int n = 0; n < digits.length(); n++) {
            int digit = digits.charAt(digits.length() - 1 - n) - '0';
            int weighted = n % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
