package fr.acquis.platform.api;

/**
 * What is wrong with one value of the request.
 *
 * @param pointer where: a JSON pointer into the body as a fragment ({@code #/identity/birthDate}), or the name of a query
 *     parameter or part
 * @param detail what is wrong, in the caller's language
 */
public record FieldProblem(String pointer, String detail) {

    /** From a property's path as Java writes it: {@code experiences[0].start}. */
    public static FieldProblem inBody(String property, String detail) {
        return new FieldProblem(pointer(property), detail);
    }

    public static String pointer(String property) {
        return "#/"
                + property.replace("~", "~0")
                        .replace("/", "~1")
                        .replaceAll("\\[([^\\]]+)]", ".$1")
                        .replace('.', '/');
    }
}
