package fr.acquis.devservices.camunda.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which method and path leads where; a segment in braces is a name for what stands there. */
final class Routes {

    private record Route(String method, String[] pattern, Function<Call, Reply> leadsTo) {

        Optional<Map<String, String>> match(String asked, String[] path) {
            if (!method.equals(asked) || path.length != pattern.length) {
                return Optional.empty();
            }
            Map<String, String> names = new HashMap<>();
            for (int i = 0; i < path.length; i++) {
                if (pattern[i].startsWith("{")) {
                    names.put(pattern[i].substring(1, pattern[i].length() - 1), path[i]);
                } else if (!pattern[i].equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(names);
        }
    }

    /** Where a request leads, with the names found in its path. */
    record Found(Function<Call, Reply> leadsTo, Map<String, String> names) {}

    private final List<Route> routes = new ArrayList<>();

    Routes on(String method, String path, Function<Call, Reply> leadsTo) {
        routes.add(new Route(method, path.split("/"), leadsTo));
        return this;
    }

    Found find(String method, String path) {
        String[] segments = path.split("/");
        for (Route route : routes) {
            Optional<Map<String, String>> names = route.match(method, segments);
            if (names.isPresent()) {
                return new Found(route.leadsTo, names.get());
            }
        }
        throw new Problem(
                501,
                "NOT_IMPLEMENTED",
                "The development engine does not have %s %s; a real cluster may".formatted(method, path));
    }
}
