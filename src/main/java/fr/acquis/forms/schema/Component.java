package fr.acquis.forms.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What takes or holds answers in a form; texts and lines between are left out. */
sealed interface Component {

    String id();

    /** The condition that hides it, without its {@code =}; null when it always stands. */
    @Nullable
    String hidden();

    /**
     * One question.
     *
     * @param rules the {@code validate} object of the file
     * @param options what may be chosen; empty where anything may be written
     * @param optionsKey the list of the initial data that holds the options instead, or null
     * @param file the component as the file has it, for what only its own kind knows
     */
    record Field(
            String id,
            String key,
            Kind kind,
            String label,
            JsonNode rules,
            List<String> options,
            @Nullable String optionsKey,
            @Nullable String hidden,
            JsonNode file)
            implements Component {

        public Field {
            options = List.copyOf(options);
        }

        boolean chosen() {
            return !options.isEmpty() || optionsKey != null;
        }

        boolean required() {
            return rules.path("required").asBoolean(false);
        }
    }

    /** A group; its answers stand under its path, or beside the others without one. */
    record Group(String id, @Nullable String path, @Nullable String hidden, List<Component> components)
            implements Component {

        public Group {
            components = List.copyOf(components);
        }
    }

    /** A group repeated as often as wanted; its answers are a list of maps. */
    record Repeated(
            String id, String path, String label, @Nullable String hidden, List<Component> components)
            implements Component {

        public Repeated {
            components = List.copyOf(components);
        }
    }

    /** What a question takes. */
    enum Kind {
        TEXT,
        NUMBER,
        YES_NO,
        ONE_OF,
        SOME_OF,
        DATE,
        TIME,
        MOMENT
    }
}
