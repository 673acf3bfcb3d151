package dev.plinth.ops.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.report.Measures.Failures;
import dev.plinth.ops.report.Measures.Week;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class PlotTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 31);

    @Test
    void aWeekHasABarForWhatWentWellAndOneForWhatFailed() throws Exception {
        var plot = parse(new Plot("production", measures(week(0, 4, 1))).svg());

        var bars = bars(plot);
        assertThat(bars).hasSize(2);
        assertThat(height(bars.get(0))).isEqualTo(3 * height(bars.get(1)));
        assertThat(plot.getElementsByTagName("desc").item(0).getTextContent())
                .startsWith("4 deployments, of which 1 failed, in 1 week");
    }

    @Test
    void aWeekWithoutDeploymentsHasNoBar() throws Exception {
        assertThat(bars(parse(new Plot("local", measures(week(0, 0, 0))).svg())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 12, 13, 26, 104})
    void noMoreWeeksAreLabelledThanCanBeRead(int weeks) throws Exception {
        var svg = parse(new Plot(
                        "local",
                        measures(IntStream.range(0, weeks)
                                .mapToObj(week -> week(week, 3, 0))
                                .toArray(Week[]::new)))
                .svg());

        var texts = svg.getElementsByTagName("text");
        var labels = IntStream.range(0, texts.getLength())
                .mapToObj(texts::item)
                .filter(text -> text instanceof Element element
                        && element.getAttribute("text-anchor").equals("middle"))
                .count();
        assertThat(labels).isBetween(1L, 13L);
    }

    @Test
    void aNameCannotBreakThePicture() throws Exception {
        assertThat(parse(new Plot("a<b&c", measures(week(0, 1, 0))).svg())
                        .getElementsByTagName("title")
                        .item(0)
                        .getTextContent())
                .isEqualTo("Releases of a<b&c");
    }

    @Test
    void thePictureOfAQuarterIsKeptToBeLookedAt() throws IOException {
        var weeks = IntStream.range(0, 12)
                .mapToObj(week -> week(week, 2 + (week * 7 + 3) % 8, week % 4 == 2 ? 1 + week / 8 : 0))
                .toArray(Week[]::new);

        var file = Files.writeString(Path.of("target/releases.svg"), new Plot("production", measures(weeks)).svg());

        assertThat(file).isNotEmptyFile();
    }

    private static Measures measures(Week... weeks) {
        return new Measures(
                new Window(MONDAY, weeks.length),
                List.of(weeks),
                Optional.of(Duration.ofMinutes(192)),
                74,
                Optional.of(Duration.ofSeconds(850)),
                new Failures(2, 0));
    }

    private static Week week(int index, int deployments, int failed) {
        return new Week(MONDAY.plusWeeks(index), deployments, failed);
    }

    private static List<Element> bars(Document svg) {
        var groups = svg.getElementsByTagName("g");
        return IntStream.range(0, groups.getLength())
                .mapToObj(groups::item)
                .map(Element.class::cast)
                .map(group -> group.getElementsByTagName("rect"))
                .flatMap(
                        rectangles -> IntStream.range(0, rectangles.getLength()).mapToObj(rectangles::item))
                .map(Element.class::cast)
                .toList();
    }

    private static int height(Element bar) {
        return Integer.parseInt(bar.getAttribute("height"));
    }

    private static Document parse(String svg) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
