package fr.acquis.devservices;

import fr.acquis.workflow.Worker;
import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.util.ClassUtils;

/**
 * Takes the workers of some rooms away, so that a test may walk one room alone and answer the jobs of its neighbours in a line
 * each. The walk through all rooms at once is a test of its own.
 */
public record RoomsAtRest(Set<String> rooms) implements BeanDefinitionRegistryPostProcessor {

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        for (String name : registry.getBeanDefinitionNames()) {
            String type = registry.getBeanDefinition(name).getBeanClassName();
            if (type != null && ofARoomAtRest(type) && isWorker(type)) {
                registry.removeBeanDefinition(name);
            }
        }
    }

    private boolean ofARoomAtRest(String type) {
        return rooms.stream().anyMatch(room -> type.startsWith("fr.acquis." + room + "."));
    }

    private static boolean isWorker(String type) {
        return Worker.class.isAssignableFrom(ClassUtils.resolveClassName(type, RoomsAtRest.class.getClassLoader()));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        // Only the definitions matter.
    }
}
