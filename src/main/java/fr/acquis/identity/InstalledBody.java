package fr.acquis.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Registers the certifying body an installation is made for ({@code acquis.body.*}), where it is not yet. */
@Component
@Order(0)
class InstalledBody implements ApplicationRunner {

    private final Organisations organisations;
    private final String slug;
    private final String name;

    InstalledBody(
            Organisations organisations,
            @Value("${acquis.body.slug:}") String slug,
            @Value("${acquis.body.name:}") String name) {
        this.organisations = organisations;
        this.slug = slug.strip();
        this.name = name.strip();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!slug.isEmpty() && !name.isEmpty()) {
            organisations.register(slug, name);
        }
    }
}
