package fr.acquis.shell;

import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the last action did, said once at the top of the next page. */
public record Flash(Tone tone, String messageKey, List<? extends Serializable> arguments) implements Serializable {

    public static Flash ok(String messageKey, Serializable... arguments) {
        return new Flash(Tone.OK, messageKey, List.of(arguments));
    }

    public static Flash warn(String messageKey, Serializable... arguments) {
        return new Flash(Tone.WARN, messageKey, List.of(arguments));
    }

    public static Flash bad(String messageKey, Serializable... arguments) {
        return new Flash(Tone.BAD, messageKey, List.of(arguments));
    }

    /** Shows it on the page redirected to. */
    public void on(RedirectAttributes next) {
        next.addFlashAttribute("flash", this);
    }

    public Object[] values() {
        return arguments.toArray();
    }
}
