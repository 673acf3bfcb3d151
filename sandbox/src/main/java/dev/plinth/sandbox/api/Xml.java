package dev.plinth.sandbox.api;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An element of an answer in XML. */
public sealed interface Xml {
    /** The element's name. */
    String name();

    /** An element with text in it. */
    record Text(String name, String text) implements Xml {}

    /** An element with elements in it. */
    record Element(String name, List<Xml> children) implements Xml {
        public Element {
            children = List.copyOf(children);
        }
    }

    static Xml text(String name, Object value) {
        return new Text(name, String.valueOf(value));
    }

    static Xml element(String name, Xml... children) {
        return new Element(name, List.of(children));
    }

    static Xml element(String name, List<Xml> children) {
        return new Element(name, children);
    }

    /** The document of this element, in a namespace of its own. */
    default String document(String namespace) {
        var text = new StringWriter();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            write(writer, namespace);
            writer.writeEndDocument();
            writer.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written into a text", e);
        }
    }

    private void write(XMLStreamWriter writer, String namespace) throws XMLStreamException {
        writer.writeStartElement(name());
        if (!namespace.isEmpty()) {
            writer.writeDefaultNamespace(namespace);
        }
        switch (this) {
            case Text leaf -> writer.writeCharacters(leaf.text());
            case Element element -> {
                for (var child : element.children()) {
                    child.write(writer, "");
                }
            }
        }
        writer.writeEndElement();
    }
}
