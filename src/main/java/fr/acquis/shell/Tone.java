package fr.acquis.shell;

import java.util.Locale;

/** How a mark or a notice speaks. The colour never says it alone: each tone has its icon. */
public enum Tone {
    NEUTRAL("circle"),
    BRAND("info"),
    OK("circle-check"),
    WARN("triangle-alert"),
    BAD("circle-x"),
    WAIT("hourglass");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String css() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
