package fr.acquis.operations;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An identity provider and a collector of traces, in this process. */
class Neighbours implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Issuer ISSUER = Issuer.start();
    static final TraceCollector TRACES = TraceCollector.start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "acquis.oidc.issuer=" + ISSUER.address(),
                        "acquis.oidc.client=" + Issuer.CLIENT,
                        "acquis.oidc.secret=" + Issuer.SECRET,
                        "acquis.oidc.roles=PROVIDER",
                        "management.opentelemetry.tracing.export.otlp.endpoint=" + TRACES.address())
                .applyTo(context);
    }
}
