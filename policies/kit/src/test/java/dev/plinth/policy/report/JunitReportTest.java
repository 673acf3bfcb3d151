package dev.plinth.policy.report;

import static dev.plinth.policy.report.SampleReports.ADVICE;
import static dev.plinth.policy.report.SampleReports.BROKEN;
import static dev.plinth.policy.report.SampleReports.BUCKETS;
import static dev.plinth.policy.report.SampleReports.DAYS_SEVEN;
import static dev.plinth.policy.report.SampleReports.EXEMPT;
import static dev.plinth.policy.report.SampleReports.OFF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.Rule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

final class JunitReportTest {
    @TempDir
    private Path folder;

    @Test
    void countsTheRulesOfAPack() {
        Element suite = child(report(DAYS_SEVEN, ADVICE, BUCKETS, OFF, BROKEN), "testsuite");

        assertThat(suite.getAttribute("name")).isEqualTo("sample");
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("2");
    }

    @Test
    void failsTheTestOfARuleThatStopsADeployment() {
        Element test = child(report(DAYS_SEVEN), "testcase");

        assertThat(test.getAttribute("classname")).isEqualTo("sample");
        assertThat(test.getAttribute("name")).isEqualTo("days-seven");
        assertThat(child(test, "failure").getTextContent()).contains("db keeps 0 days", "Cure: mend it");
    }

    @Test
    void printsAdviceWithoutFailing() {
        Element test = child(report(ADVICE), "testcase");

        assertThat(test.getElementsByTagName("failure").getLength()).isZero();
        assertThat(child(test, "system-out").getTextContent()).contains("db is alone & has <no> friend");
    }

    @Test
    void skipsWhatHadNothingToJudge() {
        assertThat(child(report(BUCKETS), "skipped").getAttribute("message"))
                .isEqualTo("the plan has no resource of its types");
        assertThat(child(report(OFF), "skipped").getAttribute("message")).isEqualTo("is disabled");
    }

    @Test
    void skipsWhatIsExempt() {
        Element report = parse(Format.JUNIT.write(SampleReports.of(folder, List.of(DAYS_SEVEN), EXEMPT, "db")));

        assertThat(child(report, "skipped").getAttribute("message"))
                .isEqualTo("exempt until 2999-01-01 by ann: it is a copy");
    }

    @Test
    void makesAnErrorOfARuleThatFailedItself() {
        assertThat(child(report(BROKEN), "error").getTextContent()).contains("IllegalStateException");
    }

    private Element report(Rule... rules) {
        return parse(Format.JUNIT.write(SampleReports.of(folder, List.of(rules), "db")));
    }

    private static Element parse(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(xml, e);
        }
    }

    private static Element child(Element parent, String name) {
        return (Element) parent.getElementsByTagName(name).item(0);
    }
}
