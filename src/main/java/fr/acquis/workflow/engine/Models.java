package fr.acquis.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models, rules and forms shipped with the application, and what their elements are called on the drawing. */
@Component
class Models {

    private static final List<String> WHERE =
            List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.form");
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private final List<Model> all;
    private final Map<String, String> names = new HashMap<>();

    Models() {
        this.all = read();
        all.stream().filter(model -> model.name().endsWith(".bpmn")).forEach(this::readNames);
    }

    record Model(String name, byte[] content) {

        boolean sameAs(Model other) {
            return name.equals(other.name) && Arrays.equals(content, other.content);
        }
    }

    /** In one order, whatever the class path's: the same set is the same deployment. */
    List<Model> all() {
        return all;
    }

    /** The French name a process or an element bears in its model. */
    Optional<String> nameOf(String id) {
        return Optional.ofNullable(names.get(id));
    }

    private static List<Model> read() {
        List<Model> models = new ArrayList<>();
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        try {
            for (String pattern : WHERE) {
                for (Resource resource : found(resolver, pattern)) {
                    Model model = new Model(resource.getFilename(), resource.getContentAsByteArray());
                    // A class path may lead to one file by two ways; the engine wants it once.
                    if (models.stream().noneMatch(model::sameAs)) {
                        models.add(model);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        models.sort(Comparator.comparing(Model::name));
        return List.copyOf(models);
    }

    private static List<Resource> found(PathMatchingResourcePatternResolver resolver, String pattern)
            throws IOException {
        return Arrays.stream(resolver.getResources(pattern))
                .filter(Resource::isReadable)
                .toList();
    }

    private void readNames(Model model) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream content = new java.io.ByteArrayInputStream(model.content())) {
            XMLStreamReader reader = factory.createXMLStreamReader(content);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT && BPMN.equals(reader.getNamespaceURI())) {
                    String id = reader.getAttributeValue(null, "id");
                    String name = reader.getAttributeValue(null, "name");
                    if (id != null && name != null && !name.isBlank()) {
                        names.put(id, name);
                    }
                }
            }
            reader.close();
        } catch (IOException | XMLStreamException unreadable) {
            throw new IllegalStateException("model " + model.name() + " cannot be read", unreadable);
        }
    }
}
