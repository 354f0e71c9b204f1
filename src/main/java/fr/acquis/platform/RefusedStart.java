package fr.acquis.platform;

import java.util.List;

/** The application will not run like this. */
public class RefusedStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public RefusedStart(List<String> reasons, String remedy) {
        super(String.join(System.lineSeparator(), reasons));
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
