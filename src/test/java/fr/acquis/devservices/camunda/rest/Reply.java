package fr.acquis.devservices.camunda.rest;

/** What goes back: a document, a text, or nothing but the status. */
record Reply(int status, String contentType, Object body) {

    static final String JSON = "application/json";

    static Reply json(Object body) {
        return new Reply(200, JSON, body);
    }

    static Reply xml(String body) {
        return new Reply(200, "text/xml", body);
    }

    static Reply done() {
        return new Reply(204, null, null);
    }

    static Reply problem(Problem problem, String path) {
        return new Reply(problem.status(), "application/problem+json", problem.document(path));
    }
}
