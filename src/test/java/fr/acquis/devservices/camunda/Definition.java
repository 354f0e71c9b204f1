package fr.acquis.devservices.camunda;

import java.io.StringReader;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A deployed process.
 *
 * @param id the BPMN process id
 * @param name the process' own name, or its id where it has none
 * @param xml as it was deployed
 * @param nameOf the name of an element of it, by the element's id
 */
public record Definition(
        String id, String name, String xml, Function<String, Optional<String>> nameOf, Optional<String> tag) {

    private static final XMLInputFactory MODELS = XMLInputFactory.newFactory();

    static {
        MODELS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        MODELS.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    static Definition of(String id, String xml, Function<String, Optional<String>> nameOf, Optional<String> tag) {
        return new Definition(id, nameIn(xml, id).orElse(id), xml, nameOf, tag);
    }

    /** The engine keeps the names of a process' elements and forgets its own: only the model still tells it. */
    private static Optional<String> nameIn(String xml, String id) {
        try {
            XMLStreamReader model = MODELS.createXMLStreamReader(new StringReader(xml));
            while (model.hasNext()) {
                if (model.next() == XMLStreamReader.START_ELEMENT
                        && model.getLocalName().equals("process")
                        && id.equals(model.getAttributeValue(null, "id"))) {
                    return Optional.ofNullable(model.getAttributeValue(null, "name"))
                            .filter(name -> !name.isBlank());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException unreadable) {
            throw new IllegalStateException("The deployed model of " + id + " cannot be read", unreadable);
        }
    }
}
