package fr.acquis.workflow.engine;

import fr.acquis.workflow.ModelStep;
import fr.acquis.workflow.ModelStep.Nature;
import java.io.ByteArrayInputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads from one BPMN file the steps where a case can stand. */
final class StepReader {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final Map<String, Nature> NATURES = Map.of(
            "userTask", Nature.PERSON,
            "serviceTask", Nature.MACHINE,
            "businessRuleTask", Nature.MACHINE,
            "callActivity", Nature.CALL,
            "startEvent", Nature.EVENT,
            "intermediateCatchEvent", Nature.EVENT,
            "boundaryEvent", Nature.EVENT,
            "eventBasedGateway", Nature.EVENT);

    private final String process;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<String, String> messages = new HashMap<>();
    private Found current;
    private String drawn;

    StepReader(String process) {
        this.process = process;
    }

    private static final class Found {
        private final String element;
        private final Nature nature;
        private String jobType;
        private String messageRef;
        private String calls;
        private double x;
        private double y;

        private Found(String element, Nature nature) {
            this.element = element;
            this.nature = nature;
        }
    }

    List<ModelStep> read(byte[] model) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(model));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    begin(reader);
                }
            }
            reader.close();
        } catch (XMLStreamException unreadable) {
            throw new IllegalStateException("model " + process + " cannot be read", unreadable);
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble((Found one) -> one.x).thenComparingDouble(one -> one.y))
                .map(this::step)
                .toList();
    }

    private void begin(XMLStreamReader reader) {
        String id = reader.getAttributeValue(null, "id");
        switch (reader.getLocalName()) {
            case "message" -> messages.put(id, reader.getAttributeValue(null, "name"));
            case "BPMNShape" -> drawn = reader.getAttributeValue(null, "bpmnElement");
            case "Bounds" -> place(reader);
            case "taskDefinition" -> current.jobType = reader.getAttributeValue(null, "type");
            case "calledElement" -> current.calls = reader.getAttributeValue(null, "processId");
            case "messageEventDefinition" -> current.messageRef = reader.getAttributeValue(null, "messageRef");
            default -> {
                // The engine's own marks bear the same names in another namespace.
                Nature nature = BPMN.equals(reader.getNamespaceURI()) ? NATURES.get(reader.getLocalName()) : null;
                if (nature != null) {
                    current = new Found(id, nature);
                    found.put(id, current);
                }
            }
        }
    }

    /** A shape's own bounds come first, those of its label later. */
    private void place(XMLStreamReader reader) {
        Found shape = drawn == null ? null : found.get(drawn);
        if (shape != null) {
            shape.x = Double.parseDouble(reader.getAttributeValue(null, "x"));
            shape.y = Double.parseDouble(reader.getAttributeValue(null, "y"));
        }
        drawn = null;
    }

    private ModelStep step(Found one) {
        return new ModelStep(process, one.element, one.nature, one.jobType, message(one), one.calls);
    }

    private @Nullable String message(Found one) {
        return one.messageRef == null ? null : messages.get(one.messageRef);
    }
}
