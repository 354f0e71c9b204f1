package fr.acquis.platform.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list.
 *
 * @param next what to hand back as {@code after}; null on the last page. The header {@code Link} names the whole address.
 */
public record PageOf<T>(List<T> items, @Nullable String next) {

    public static final int MOST = 100;

    /** @throws ApiRefusal unless 1 to 100 */
    public static int limit(int wished) {
        if (wished < 1 || wished > MOST) {
            throw new ApiRefusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "api.bad-limit",
                    new Object[] {MOST},
                    List.of(),
                    Map.of("parameter", "limit"));
        }
        return wished;
    }

    /** A page from rows read with one more than asked for: that one tells whether there is another page. */
    public static <R, T> ResponseEntity<PageOf<T>> answer(
            List<R> rows, int limit, Function<R, Object> cursor, Function<R, T> view) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return answer(
                shown.stream().map(view).toList(),
                more ? cursor.apply(shown.getLast()).toString() : null);
    }

    public static <T> ResponseEntity<PageOf<T>> answer(List<T> items, @Nullable String next) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (next != null) {
            String address = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("after", next)
                    .build()
                    .toUriString();
            answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        return answer.body(new PageOf<>(items, next));
    }
}
