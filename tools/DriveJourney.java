import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drives one journey through the API, from livret 1 to the certificate through a partial result, and prints its history:
 * {@code java tools/DriveJourney.java [server]}, a running installation with the demonstration accounts. Each person has a
 * token of their own, made and revoked here. Ends with 1 and the problem in words when something is refused or does not come.
 */
public class DriveJourney {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOKEN_NAME = "DriveJourney " + Instant.now();
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final long BEGUN = System.nanoTime();

    private final String server;
    private final Map<String, Member> people = new LinkedHashMap<>();

    DriveJourney(String server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        String server = arguments.length == 0 ? "http://localhost:8080" : arguments[0].replaceAll("/+$", "");
        DriveJourney drive = new DriveJourney(server);
        int end = 1;
        try {
            drive.signIn();
            drive.journey();
            end = 0;
        } catch (Unexpected no) {
            OUT.println();
            OUT.println(no.getMessage());
        } catch (IOException away) {
            OUT.println("No answer from " + server + ": " + away);
        } finally {
            drive.signOut();
        }
        System.exit(end);
    }

    /** What was not to be, in words. */
    static class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unexpected(String words) {
            super(words);
        }
    }

    static void say(String words, Object... values) {
        OUT.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - BEGUN) / 1e9, String.format(Locale.ROOT, words, values));
    }

    // People: each signs in as in a browser and makes a token.

    record Member(String email, String name, HttpClient browser, String csrf, String token) {}

    void signIn() throws Exception {
        for (String account : List.of("candidat", "agent", "responsable", "jury", "jury2", "jury3", "jury4", "cpne")) {
            people.put(account, member(account + "@acquis.example"));
        }
        say("Signed in as %s, each with a token", people.values().stream().map(Member::name).collect(Collectors.joining(", ")));
    }

    private Member member(String email) throws Exception {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(10)).build();
        String login = page(browser, "/login", null);
        String name = found(login, "value=\"" + Pattern.quote(email) + "\".*?<strong>([^<]+)</strong>",
                email + " is not among the demonstration accounts of this installation");
        String csrf = found(login, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"", "no sign-in form");
        page(browser, "/login", form("_csrf", csrf, "email", email, "password", "demonstration"));
        String session = page(browser, "/session", null);
        if (!session.contains("csrf")) {
            throw new Unexpected(email + " could not sign in.");
        }
        csrf = text(Json.read(session), "csrf");
        String made = page(browser, "/tokens", form("_csrf", csrf, "name", TOKEN_NAME, "lifetime", "D30", "rights", "ALL"));
        String token = found(made, "id=\"secret\"[^>]*value=\"(acq_[^\"]+)\"",
                email + " could not make a token: twenty may be open at a time, see " + server + "/tokens");
        return new Member(email, name, browser, csrf, token);
    }

    void signOut() throws Exception {
        try {
            for (Member member : people.values()) {
                revoke(member);
            }
        } catch (IOException away) {
            OUT.println("Tokens named \"" + TOKEN_NAME + "\" stay open for 30 days unless revoked at " + server + "/tokens");
            return;
        }
        if (!people.isEmpty()) {
            say("Tokens revoked");
        }
    }

    private void revoke(Member member) throws Exception {
        Matcher row = Pattern.compile(Pattern.quote(TOKEN_NAME) + "</strong>.*?action=\"/tokens/([0-9a-f-]{36})/revocation\"", Pattern.DOTALL)
                .matcher(page(member.browser(), "/tokens", null));
        if (row.find()) {
            page(member.browser(), "/tokens/" + row.group(1) + "/revocation", form("_csrf", member.csrf()));
        }
    }

    private String page(HttpClient browser, String path, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        return browser.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static String form(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < fields.length; at += 2) {
            pairs.add(fields[at] + "=" + URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    private static String found(String page, String pattern, String otherwise) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        if (!matcher.find()) {
            throw new Unexpected(otherwise);
        }
        return matcher.group(1);
    }

    // The journey.

    void journey() throws Exception {
        Object certification = certification();
        List<String> blocks = list(certification, "blocks").stream().map(block -> text(block, "code")).toList();
        String id = text(post("candidat", "/journeys", Map.of("certification", text(certification, "certification", "id"))), "id");
        String journey = "/journeys/" + id;
        say("%s begins %s for %s", people.get("candidat").name(), text(get("candidat", journey), "caseNumber"),
                text(certification, "certification", "title"));
        livret1(journey, blocks);
        post("agent", journey + "/decision/admissible", Map.of("comment", "Admitted by a program."));
        say("Admitted");
        task("candidat", journey, "CHOOSE_SUPPORT");
        post("candidat", journey + "/support", Map.of("choice", "NONE"));
        say("Goes without support");

        List<String> first = blocks.subList(0, Math.max(1, blocks.size() / 2));
        attempt(id, first);
        task("candidat", journey, "CHOOSE_NEXT");
        Object choice = get("candidat", journey + "/next");
        say("Result: %d of %d blocs; %d missing", list(choice, "held").size(), blocks.size(), list(choice, "missing").size());
        post("candidat", journey + "/next", Map.of("next", "CONTINUE"));
        plan(journey);
        attempt(id, blocks);

        await("the CPNE to be asked", () -> get("cpne", "/deliveries"), waiting -> Json.write(waiting).contains(id));
        Object delivered = list(post("cpne", "/deliveries", Map.of("journeys", List.of(id))), "items").get(0);
        if (!Boolean.TRUE.equals(value(delivered, "done"))) {
            throw new Unexpected("Not delivered: " + text(delivered, "detail"));
        }
        say("Delivered by the CPNE");
        Object certificate = list(await("the certificate", () -> get("candidat", journey + "/awards"),
                issued -> issuedCertificate(issued) != null), "items").stream()
                .filter(one -> text(one, "kind").equals("CERTIFICATE")).findFirst().orElseThrow();
        byte[] pdf = send("candidat", "GET", text(certificate, "content").substring(7), null, BodyPublishers.noBody()).body();
        say("Certificate %s: %d bytes, to be verified with %s", text(certificate, "number"), pdf.length, text(certificate, "code"));
        history(journey);
    }

    private static Object issuedCertificate(Object issued) {
        return list(issued, "items").stream()
                .filter(one -> text(one, "kind").equals("CERTIFICATE") && value(one, "content") != null).findFirst().orElse(null);
    }

    /** One the candidate holds nothing of yet: blocs are held for life, and a second jury would have nothing to look at. */
    private Object certification() throws Exception {
        String held = Json.write(get("candidat", "/results"));
        for (Object one : list(get("candidat", "/certifications?limit=100"), "items")) {
            if (Boolean.TRUE.equals(value(one, "open")) && Boolean.TRUE.equals(value(one, "managedHere"))
                    && text(one, "registration").equals("RNCP") && !held.contains(text(one, "id"))) {
                Object whole = get("candidat", "/certifications/" + text(one, "id"));
                if (list(whole, "blocks").size() > 1) {
                    return whole;
                }
            }
        }
        throw new Unexpected("The demonstration candidate holds blocs of every certification that is open here: "
                + "stop the product, delete its folder .data and start it again.");
    }

    private void livret1(String journey, List<String> blocks) throws Exception {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("request", Map.of("nature", "INITIAL", "target", "WHOLE",
                "prerequisites", List.of(Map.of("label", "Permis B", "held", false)), "variant", Map.of("pathway", "Parcours commun")));
        form.put("identity", Map.of("birthName", "Exemple", "givenNames", "Camille", "birthDate", "1985-03-14",
                "nationality", "fran\u00e7aise", "educationLevel", 4, "certificationLevel", 4, "certificationsHeld", "Aucune"));
        form.put("contact", Map.of("address", "1 rue de l\u2019Exemple", "postalCode", "75011", "city", "Paris",
                "country", "France", "phone", "06 12 34 56 78", "email", "candidat@acquis.example"));
        form.put("situation", Map.of("status", "EMPLOYEE", "idcc", "1527", "goals", List.of("BETTER_PAY", "CONFIRM_SKILLS")));
        form.put("experiences", Map.of("experiences", List.of(Map.of("role", "Exemple de m\u00e9tier", "organisation",
                "Maison de l\u2019Exemple", "setting", "SALARIED", "start", "2018-01-08", "weeklyHours", 35,
                "description", "Ce qui est fait chaque semaine, en autonomie."))));
        form.put("activities", Map.of("blocks", blocks.stream()
                .map(code -> Map.of("code", code, "practised", "YES", "comment", "Chaque semaine, en autonomie.")).toList()));
        form.put("statement", Map.of("truthful", true, "shareAdmissibility", true, "shareResult", false, "accompaniment", "LATER",
                "comment", "Disponible le matin."));
        form.put("dispensations", Map.of("blocks", List.of()));
        Object written = must(send("candidat", "PUT", journey + "/livret1", "application/json", json(form)));
        for (Object piece : list(written, "pieces")) {
            if (Boolean.TRUE.equals(value(piece, "missing"))) {
                upload(journey, String.valueOf(list(piece, "kinds").get(0)));
            }
        }
        post("candidat", journey + "/livret1/submission", null);
        await("the agent to be asked", () -> get("agent", journey + "/examination"), read -> value(read, "task") != null);
        say("Livret 1 written and filed with its pieces");
    }

    /** Livret 2 written, deposited and checked, a jury held today with these blocs obtained. */
    private void attempt(String id, List<String> obtained) throws Exception {
        String journey = "/journeys/" + id;
        task("candidat", journey, "WRITE_LIVRET2");
        String evidence = text(upload(journey, "WORK_SAMPLE"), "id");
        int skills = 0;
        for (Object block : list(get("candidat", journey + "/livret2"), "blocks")) {
            for (Object skill : list(block, "skills")) {
                String path = journey + "/livret2/skills/" + text(skill, "id");
                for (Object field : list(get("candidat", path), "fields")) {
                    must(send("candidat", "PUT", path + "/answers/" + text(field, "question"), "application/json",
                            json(Map.of("text", "Chaque semaine, en autonomie.", "version", value(field, "version")))));
                }
                post("candidat", path + "/proofs", Map.of("evidence", evidence, "pages", "1"));
                skills++;
            }
        }
        post("candidat", journey + "/livret2/deposit", null);
        say("Livret 2 written (%d skills) and deposited", skills);
        String check = task("agent", journey, "CHECK_FILE");
        Object file = value(get("agent", journey + "/livret2/deposit"), "file");
        post("agent", "/tasks/" + check + "/answer", Map.of("fileCheck", "COMPLETE"));
        say("Its file of %s pages checked: complete", value(file, "pages"));
        assessedAtWork(journey);
        jury(id, obtained);
    }

    /** Some certifications want an assessment at work before their jury. */
    private void assessedAtWork(String journey) throws Exception {
        Object open = await("what comes before the jury", () -> get("agent", journey + "/tasks"),
                tasks -> find(tasks, "PLAN_HEARING") != null || find(tasks, "ASSESS_AT_WORK") != null);
        if (find(open, "ASSESS_AT_WORK") == null) {
            return;
        }
        Map<String, Object> results = new LinkedHashMap<>();
        for (Object block : list(get("agent", journey + "/livret2"), "blocks")) {
            list(block, "skills").forEach(skill -> results.put(text(skill, "id"), "SHOWN"));
        }
        String wish = Json.write(Map.of("assessor", "Alex Exemple", "function", "Responsable", "on",
                LocalDate.now(PARIS).toString(), "results", results));
        must(multipart("agent", journey + "/workplace-assessment", "assessment", "application/json", wish, "document"));
        say("Assessed at work");
    }

    private void jury(String id, List<String> obtained) throws Exception {
        String journey = "/journeys/" + id;
        task("agent", journey, "PLAN_HEARING");
        Object opened = post("agent", "/sessions", Map.of(
                "certification", text(get("agent", journey), "certification", "id"),
                "startsAt", LocalDate.now(PARIS).atStartOfDay(PARIS).toOffsetDateTime().toString(),
                "minutesEach", 60, "mode", "ENTRETIEN", "place", "12 rue de l\u2019Exemple, Paris"));
        String session = "/sessions/" + text(opened, "session", "id");
        List<String> jurors = List.of("jury", "jury2", "jury3", "jury4");
        for (int place = 0; place < jurors.size(); place++) {
            String name = people.get(jurors.get(place)).name();
            Object person = list(opened, "jurors").stream().filter(one -> text(one, "name").equals(name)).findFirst()
                    .orElseThrow(() -> new Unexpected(name + " is no juror of this body."));
            post("agent", session + "/seats", Map.of("person", text(person, "id"), "role", place == 0 ? "PRESIDENT" : "MEMBER",
                    "qualified", true, "college", place % 2 == 0 ? "EMPLOYER" : "EMPLOYEE", "gender", place % 2 == 0 ? "WOMAN" : "MAN"));
        }
        for (Object answer : List.of(
                list(post("agent", session + "/hearings", Map.of("journeys", List.of(id))), "items").get(0),
                list(post("agent", session + "/publication", Map.of("accepted", "Delays accepted by all.")), "items").get(0))) {
            if (!Boolean.TRUE.equals(value(answer, "done"))) {
                throw new Unexpected("The jury cannot hear the case: " + text(answer, "detail"));
            }
        }
        String hearing = "/hearings/" + text(list(get("agent", session), "passages").get(0), "id");
        say("Session opened for today, four jurors seated, published");
        for (String juror : jurors) {
            await(juror + " to be asked", () -> get(juror, "/tasks?view=MINE&limit=100"),
                    mine -> list(mine, "items").stream().anyMatch(one -> text(one, "journey").equals(id)));
            Object read = post(juror, hearing + "/declaration", Map.of("linked", false));
            must(send(juror, "PUT", hearing + "/grid", "application/json", json(grid(list(read, "evaluation", "blocks"), obtained))));
            post(juror, hearing + "/evaluation", null);
        }
        say("Four grids handed in");
        Object marks = await("the deliberation", () -> get("jury", hearing + "/deliberation"),
                read -> Boolean.TRUE.equals(value(read, "asked")));
        List<Object> decisions = new ArrayList<>();
        for (Object block : list(marks, "blocks")) {
            boolean got = obtained.contains(text(block, "code"));
            decisions.add(Map.of("block", text(block, "code"), "obtained", got, "votesFor", got ? 4 : 1, "votesAgainst", got ? 0 : 3,
                    "reasons", got ? "" : "L\u2019autonomie attendue n\u2019est pas encore montr\u00e9e."));
        }
        post("jury", hearing + "/deliberation", Map.of("decisions", decisions));
        Object signed = post("jury", hearing + "/signature", null);
        say("Deliberated and signed: %s", text(signed, "closed", "outcome"));
    }

    private static Map<String, Object> grid(List<Object> blocks, List<String> obtained) {
        Map<String, Object> skills = new LinkedHashMap<>();
        Map<String, Object> marks = new LinkedHashMap<>();
        for (Object block : blocks) {
            boolean got = obtained.contains(text(block, "code"));
            list(block, "skills").forEach(skill -> skills.put(text(skill, "id"), Map.of("level", got ? "SHOWN" : "PARTLY")));
            marks.put(text(block, "code"), Map.of("percent", got ? 80 : 40));
        }
        return Map.of("skills", skills, "blocks", marks);
    }

    private void plan(String journey) throws Exception {
        String task = "/tasks/" + task("agent", journey, "COMPLETE_PLAN");
        String block = text(list(get("agent", task + "/form"), "initial", "missingBlocks").get(0), "value");
        LocalDate today = LocalDate.now(PARIS);
        post("agent", task + "/answer", Map.of("reviewOn", today.plusMonths(2).toString(), "actions", List.of(Map.of(
                "kind", "EXPERIENCE", "blocks", List.of(block), "title", "Une exp\u00e9rience accompagn\u00e9e",
                "startsOn", today.plusDays(1).toString(), "endsOn", today.plusDays(30).toString()))));
        task("candidat", journey, "ACCEPT_PLAN");
        post("candidat", journey + "/plan/acceptance", null);
        task("agent", journey, "FOLLOW_PLAN");
        post("agent", journey + "/plan/readiness", null);
        say("Training plan proposed, accepted, followed: ready again");
    }

    private void history(String journey) throws Exception {
        OUT.println();
        OUT.println("History of " + text(get("responsable", journey), "caseNumber"));
        List<Object> lines = new ArrayList<>(list(get("responsable", journey + "/history"), "items"));
        Collections.reverse(lines);
        lines.forEach(line -> OUT.printf("  %s  %-52s %s%n", text(line, "at").substring(0, 19), text(line, "what"), text(line, "who")));
        OUT.println();
    }

    // Requests.

    private Object get(String who, String path) throws Exception {
        return must(send(who, "GET", path, null, BodyPublishers.noBody()));
    }

    private Object post(String who, String path, Object body) throws Exception {
        return must(send(who, "POST", path, body == null ? null : "application/json", body == null ? BodyPublishers.noBody() : json(body)));
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(Json.write(body));
    }

    private Object upload(String journey, String kind) throws Exception {
        return must(multipart("candidat", journey + "/evidence", "kind", "text/plain", kind, "file"));
    }

    private HttpResponse<byte[]> multipart(String who, String path, String part, String type, String value, String file) throws Exception {
        String boundary = "part-" + UUID.randomUUID();
        String head = "--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"\r\nContent-Type: %3$s; charset=UTF-8\r\n\r\n%4$s\r\n--%1$s\r\n"
                + "Content-Disposition: form-data; name=\"%5$s\"; filename=\"piece.pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(head.formatted(boundary, part, type, value, file).getBytes(StandardCharsets.UTF_8));
        body.write(pdf("Piece of an example, " + UUID.randomUUID()));
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(who, "POST", path, "multipart/form-data; boundary=" + boundary, BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private HttpResponse<byte[]> send(String who, String method, String path, String type, BodyPublisher body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/api/v1" + path)).timeout(PATIENCE)
                .header("Authorization", "Bearer " + people.get(who).token()).header("Accept-Language", "en").method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        return people.get(who).browser().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static Object must(HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() / 100 == 2) {
            return Json.read(body);
        }
        StringBuilder words = new StringBuilder("Refused: " + answer.request().method() + " " + answer.request().uri() + "\n");
        if (!body.startsWith("{")) {
            throw new Unexpected(words.append("  ").append(answer.statusCode()).toString());
        }
        Object problem = Json.read(body);
        words.append("  %s %s: %s (%s)".formatted(answer.statusCode(), text(problem, "title"), text(problem, "detail"), text(problem, "code")));
        if (value(problem, "errors") != null) {
            list(problem, "errors").forEach(one -> words.append("\n  ").append(text(one, "pointer")).append(": ").append(text(one, "detail")));
        }
        throw new Unexpected(words.toString());
    }

    /** The engine works behind the answers: a fact is read again until it is there. */
    private static Object await(String what, Callable<Object> read, Predicate<Object> there) throws Exception {
        Instant late = Instant.now().plus(PATIENCE);
        while (true) {
            Object seen = read.call();
            if (there.test(seen)) {
                return seen;
            }
            if (Instant.now().isAfter(late)) {
                throw new Unexpected("Waited " + PATIENCE.toSeconds() + " s in vain for " + what + ".");
            }
            Thread.sleep(200);
        }
    }

    private String task(String who, String journey, String kind) throws Exception {
        return find(await("the task " + kind, () -> get(who, journey + "/tasks"), tasks -> find(tasks, kind) != null), kind);
    }

    private static String find(Object tasks, String kind) {
        return list(tasks, "items").stream().filter(one -> text(one, "kind").equals(kind)).map(one -> text(one, "id")).findFirst().orElse(null);
    }

    /** A page with a line of text. */
    private static byte[] pdf(String line) {
        String drawn = "BT /F1 12 Tf 72 770 Td (" + line + ") Tj ET";
        List<String> objects = List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
                "<</Length " + drawn.length() + ">>\nstream\n" + drawn + "\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        for (int number = 1; number <= objects.size(); number++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(number).append(" 0 obj\n").append(objects.get(number - 1)).append("\nendobj\n");
        }
        int start = file.length();
        file.append(places).append("trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    // What an answer says.

    static Object value(Object json, String... path) {
        for (String member : path) {
            json = json instanceof Map<?, ?> ? ((Map<?, ?>) json).get(member) : null;
        }
        return json;
    }

    static String text(Object json, String... path) {
        Object value = value(json, path);
        return value == null ? "" : value.toString();
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object json, String... path) {
        Object value = value(json, path);
        return value == null ? List.of() : (List<Object>) value;
    }

    /** JSON as maps, lists, text, numbers. */
    static final class Json {

        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Object read(String text) {
            return new Json(text).value();
        }

        private char next() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }

        private boolean ends(char close) {
            boolean ended = next() == close;
            at += ended || text.charAt(at) == ',' ? 1 : 0;
            return ended;
        }

        private Object value() {
            char begin = next();
            if (begin == '{') {
                Map<String, Object> map = new LinkedHashMap<>();
                for (at++; !ends('}'); ) {
                    next();
                    String name = string();
                    next();
                    at++;
                    map.put(name, value());
                }
                return map;
            }
            if (begin == '[') {
                List<Object> list = new ArrayList<>();
                for (at++; !ends(']'); ) {
                    list.add(value());
                }
                return list;
            }
            if (begin == '"') {
                return string();
            }
            int from = at;
            while (at < text.length() && "+-.0123456789eEtrufalsn".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            String word = text.substring(from, at);
            return word.equals("null") ? null : word.equals("true") ? (Object) true : word.equals("false") ? (Object) false : new BigDecimal(word);
        }

        private String string() {
            StringBuilder said = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) != '\\') {
                    said.append(text.charAt(at));
                } else if (text.charAt(++at) == 'u') {
                    said.append((char) Integer.parseInt(text.substring(at + 1, at += 5), 16));
                    at--;
                } else {
                    int plain = "bfnrt".indexOf(text.charAt(at));
                    said.append(plain < 0 ? text.charAt(at) : "\b\f\n\r\t".charAt(plain));
                }
            }
            at++;
            return said.toString();
        }

        static String write(Object value) {
            if (value instanceof Map<?, ?>) {
                return ((Map<?, ?>) value).entrySet().stream().map(one -> write(one.getKey()) + ":" + write(one.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            }
            if (value instanceof List<?>) {
                return ((List<?>) value).stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
            }
            return value instanceof String ? "\"" + ((String) value).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"" : String.valueOf(value);
        }
    }
}
