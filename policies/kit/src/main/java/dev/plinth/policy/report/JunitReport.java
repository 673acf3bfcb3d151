package dev.plinth.policy.report;

import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Finding;
import dev.plinth.policy.Finding.Kind;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML: a suite for each pack, a test for each of its rules; what does not stop a deployment fails no test. */
final class JunitReport {
    /** What XML 1.0 has no way to write. */
    private static final String UNWRITABLE = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String write(Report report) {
        var text = new StringWriter();
        try {
            new JunitReport(XMLOutputFactory.newFactory().createXMLStreamWriter(text)).suites(report);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text + "\n";
    }

    private void suites(Report report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        attribute("name", report.file());
        for (PackReport pack : report.packs()) {
            suite(pack);
        }
        line();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void suite(PackReport pack) throws XMLStreamException {
        List<RuleResult> results = pack.results();
        line();
        xml.writeStartElement("testsuite");
        attribute("name", pack.pack().name());
        attribute("tests", count(results.size()));
        attribute("failures", count(results.stream().filter(JunitReport::fails).count()));
        attribute("errors", count(results.stream().filter(JunitReport::isBroken).count()));
        attribute(
                "skipped", count(results.stream().filter(JunitReport::isSkipped).count()));
        for (RuleResult result : results) {
            test(pack.pack().name(), result);
        }
        line();
        xml.writeEndElement();
    }

    private void test(String pack, RuleResult result) throws XMLStreamException {
        line();
        xml.writeStartElement("testcase");
        attribute("classname", pack);
        attribute("name", result.rule().id());
        if (isBroken(result)) {
            outcome("error", "the rule failed", messages(result));
        } else if (fails(result)) {
            outcome("failure", result.rule().title(), messages(result));
        } else if (isSkipped(result)) {
            outcome("skipped", skipReason(result), "");
        } else if (!result.findings().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(messages(result));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void outcome(String element, String message, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, writable(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static boolean isBroken(RuleResult result) {
        return result.findings().stream().anyMatch(finding -> finding.kind() == Kind.BROKEN);
    }

    private static boolean fails(RuleResult result) {
        return !isBroken(result)
                && result.findings().stream().anyMatch(finding -> finding.level() == EnforcementLevel.MANDATORY);
    }

    private static boolean isSkipped(RuleResult result) {
        return switch (result.outcome()) {
            case DISABLED, NOT_APPLICABLE, EXEMPT -> true;
            case KEPT, VIOLATED, UNDECIDED -> false;
        };
    }

    private static String skipReason(RuleResult result) {
        return switch (result.outcome()) {
            case DISABLED -> "is disabled";
            case EXEMPT ->
                result.exempted().stream()
                        .map(kept -> kept.exemption().told())
                        .distinct()
                        .collect(Collectors.joining("; "));
            case NOT_APPLICABLE, KEPT, VIOLATED, UNDECIDED -> result.reason();
        };
    }

    private static String messages(RuleResult result) {
        return writable(result.findings().stream().map(Finding::message).collect(Collectors.joining("\n\n")));
    }

    private static String writable(String text) {
        return text.replaceAll(UNWRITABLE, "?");
    }

    private static String count(long number) {
        return String.valueOf(number);
    }
}
