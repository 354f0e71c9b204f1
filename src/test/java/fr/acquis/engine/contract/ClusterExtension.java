package fr.acquis.engine.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One cluster for the whole run. */
final class ClusterExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace ROOM = ExtensionContext.Namespace.create(Cluster.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Cluster resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return cluster(context);
    }

    private static Cluster cluster(ExtensionContext context) {
        boolean inContainer = context.getTags().contains("containers");
        return context.getRoot()
                .getStore(ROOM)
                .computeIfAbsent(
                        inContainer ? "container" : "chosen",
                        name -> inContainer ? CamundaContainer.start() : Cluster.chosen(),
                        Cluster.class);
    }
}
