package dev.plinth.app.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecordReaderTest {
    @Test
    void aDocumentMayBeAListOrHaveOne() throws IOException {
        String list = "[\n{\"a\": 1},\n{\"b\": 2.50}]";

        assertThat(read(RecordFormat.JSON, list)).containsExactly("2: {\"a\":1}", "3: {\"b\":2.50}");
        assertThat(read(RecordFormat.JSON, "{\"metrics\": %s}".formatted(list)))
                .containsExactly("2: {\"a\":1}", "3: {\"b\":2.50}");
        assertThat(read(RecordFormat.YAML, "metrics:\n  - a: 1\n  - b: no\n"))
                .containsExactly("2: {\"a\":1}", "3: {\"b\":\"no\"}");
        assertThat(read(RecordFormat.YAML, "- a: 1\n")).containsExactly("1: {\"a\":1}");
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        String shape = "1! The file must be a list of metrics, or an object with the one field 'metrics'.";

        assertThat(read(RecordFormat.JSON, "")).containsExactly(shape);
        assertThat(read(RecordFormat.JSON, "17")).containsExactly(shape);
        assertThat(read(RecordFormat.JSON, "{}")).containsExactly(shape);
        assertThat(read(RecordFormat.JSON, "{\"metric\": []}")).containsExactly(shape);
        assertThat(read(RecordFormat.JSON, "{\"metrics\": {}}")).containsExactly(shape);
        assertThat(read(RecordFormat.JSON, "{\"metrics\": [], \"more\": 1}")).containsExactly(shape);
        assertThat(read(RecordFormat.JSON, "[] []")).containsExactly(shape);
    }

    @Test
    void whatIsNoObjectIsPassedOver() throws IOException {
        assertThat(read(RecordFormat.JSON, "[1,\n[{}],\n{\"a\": 1}]"))
                .containsExactly("1! A metric must be an object.", "2! A metric must be an object.", "3: {\"a\":1}");
    }

    @Test
    void brokenSyntaxEndsADocument() throws IOException {
        List<String> found = read(RecordFormat.JSON, "[{\"a\": 1},\n{\"a\": oops}, {\"a\": 3}]");

        assertThat(found).hasSize(2);
        assertThat(found.get(1))
                .startsWith("2! The file cannot be read from here on: ")
                .doesNotContain("Source", "com.");
    }

    @Test
    void aFieldThatIsThereTwiceIsRefused() throws IOException {
        assertThat(read(RecordFormat.JSON, "[{\"a\": 1, \"a\": 2}]").getFirst())
                .startsWith("1! ")
                .contains("uplicate");
        assertThat(read(RecordFormat.YAML, "- a: 1\n  a: 2\n").getFirst())
                .contains("! ")
                .contains("uplicate");
    }

    @Test
    void yamlThatGrowsIsRefused() throws IOException {
        String laughs = """
                metrics:
                  - &a [lol, lol, lol, lol]
                  - &b [*a, *a, *a, *a]
                  - [*b, *b, *b, *b]
                """;

        assertThat(read(RecordFormat.YAML, laughs))
                .containsExactly("2! The file cannot be read from here on: "
                        + "anchors, aliases and tags are not allowed here; write every value out.");
        assertThat(read(RecordFormat.YAML, "- a: *b\n").getFirst()).contains("anchors, aliases and tags");
    }

    @Test
    void yamlThatNamesClassesIsRefused() throws IOException {
        assertThat(read(RecordFormat.YAML, "- a: !!javax.script.ScriptEngineManager [x]\n")
                        .getFirst())
                .contains("anchors, aliases and tags are not allowed here");
        assertThat(read(RecordFormat.YAML, "- !!map {a: 1}\n").getFirst()).contains("anchors, aliases and tags");
    }

    @Test
    void yamlWithBrokenIndentationSaysWhereAndWhy() throws IOException {
        List<String> found = read(RecordFormat.YAML, "metrics:\n  - a: 1\n - b: 2\n");

        assertThat(found.getLast())
                .matches("[34]! The file cannot be read from here on: .*")
                .doesNotContain("snakeyaml");
    }

    @Test
    void deepNestingAndLongRecordsAreRefused() throws IOException {
        String excess = "it is nested too deeply, or a record is longer than 1 MiB";
        String filler = "[" + "\"%s\",".formatted("x".repeat(100_000)).repeat(11) + "1]";

        assertThat(read(RecordFormat.JSON, "[" + "[".repeat(40)).getFirst()).contains(excess);
        assertThat(read(RecordFormat.JSON, "[{\"a\": %s}]".formatted(filler)).getFirst())
                .contains(excess);
        assertThat(read(RecordFormat.JSON, "[{\"a\": \"%s\"}]".formatted("x".repeat(300_000)))
                        .getFirst())
                .contains(excess);
        assertThat(read(RecordFormat.YAML, "- " + "[".repeat(60)).getFirst()).startsWith("1! ");
    }

    @Test
    void aBrokenLineDoesNotHideTheNext() throws IOException {
        assertThat(read(RecordFormat.NDJSON, "{\"a\": 1}\r\n\n[2]\n{\"a\": 3} 4\n{\"a\":\n{\"a\": 6}"))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("1: {\"a\":1}"),
                        second -> assertThat(second).isEqualTo("3! A line must be one JSON object."),
                        third -> assertThat(third).isEqualTo("4! A line must be one JSON object."),
                        fourth -> assertThat(fourth).startsWith("5! The line cannot be read from here on: "),
                        fifth -> assertThat(fifth).isEqualTo("6: {\"a\":6}"));
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() throws IOException {
        assertThat(read(RecordFormat.NDJSON, "x".repeat((1 << 20) + 1) + "\n{\"a\": 1}\n"))
                .containsExactly("1! A line may have at most 1 MiB.", "2: {\"a\":1}");
    }

    @Test
    void aTableMayHaveItsColumnsInAnyOrder() throws IOException {
        assertThat(read(RecordFormat.CSV, "\ufefftags, metric_id,tier\r\n\"a  b\",x.one,2\r\n,x.two,two\r\n"))
                .containsExactly(
                        "2: {\"tags\":[\"a\",\"b\"],\"metric_id\":\"x.one\",\"tier\":2}",
                        "3: {\"metric_id\":\"x.two\",\"tier\":\"two\"}");
    }

    @Test
    void aTableKnowsOnWhichLineARowBegins() throws IOException {
        List<String> found = read(RecordFormat.CSV, "metric_id,notes\nx.one,\"a\nb\"\nx.two,c\n");

        assertThat(found)
                .containsExactly(
                        "2: {\"metric_id\":\"x.one\",\"notes\":\"a\\nb\"}",
                        "4: {\"metric_id\":\"x.two\",\"notes\":\"c\"}");
    }

    @Test
    void titlesMustBeKnownOnceAndWithTheId() throws IOException {
        assertThat(read(RecordFormat.CSV, "metric_id,nmae\n").getFirst())
                .startsWith("1! ")
                .contains("'nmae' is not");
        assertThat(read(RecordFormat.CSV, "metric_id,metric_id\n").getFirst()).contains("each once");
        assertThat(read(RecordFormat.CSV, "name\n").getFirst()).contains("'metric_id' is missing");
        assertThat(read(RecordFormat.CSV, "").getFirst()).contains("'metric_id' is missing");
    }

    @Test
    void aRowWithABadCellDoesNotHideTheNext() throws IOException {
        assertThat(read(RecordFormat.CSV, "metric_id,owners\nx.one,[\nx.two,[],3\nx.three,[]\n"))
                .containsExactly(
                        "2! The cell in the column 'owners' must hold a list as JSON, or nothing.",
                        "3! The row has 3 cells for 2 columns.",
                        "4: {\"metric_id\":\"x.three\",\"owners\":[]}");
    }

    @Test
    void whatIsNotUnicodeIsRefused() throws IOException {
        for (RecordFormat format : RecordFormat.values()) {
            byte[] file = "metric_id\n\u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
            assertThat(read(format, file).getLast()).as(format.name()).contains("! ");
        }
        assertThat(read(RecordFormat.CSV, "metric_id\n\u00ff\n".getBytes(StandardCharsets.ISO_8859_1))
                        .getLast())
                .endsWith("! The file cannot be read from here on: it is not UTF-8.");
    }

    @Test
    void whatLooksLikeAnotherEncodingIsRefusedToo() throws IOException {
        byte[] file = {0, 0, '{', 0};

        assertThat(read(RecordFormat.JSON, file))
                .containsExactly("1! The file cannot be read from here on: it is not UTF-8.");
        assertThat(read(RecordFormat.NDJSON, file))
                .containsExactly("1! The line cannot be read from here on: it is not UTF-8.");
        assertThat(read(RecordFormat.YAML, file).getLast()).contains("! ");
        assertThat(read(RecordFormat.CSV, file).getLast()).contains("! ");
    }

    @Test
    void whatBeginsAsAnotherEncodingAndIsNoneIsRefused() throws IOException {
        byte[] list = "\ufeff[{}".getBytes(Charset.forName("UTF-32BE"));
        byte[] file = Arrays.copyOf(list, list.length + 4);
        file[list.length] = 0x7f;

        assertThat(read(RecordFormat.JSON, file))
                .containsExactly("1! The file cannot be read from here on: it is not UTF-8.");
    }

    @Test
    void onlyABrokenLineLetsTheRestBeRead() throws IOException {
        assertThat(isCut(RecordFormat.NDJSON, "{\"a\":\n{\"a\": 2}")).isFalse();
        assertThat(isCut(RecordFormat.JSON, "[{\"a\": 1}, oops]")).isTrue();
        assertThat(isCut(RecordFormat.JSON, "[{\"a\": 1}]")).isFalse();
        assertThat(isCut(RecordFormat.CSV, "metric_id\nx.one\n\"x.two")).isTrue();
        assertThat(isCut(RecordFormat.CSV, "metric_id\nx.one\n")).isFalse();
    }

    private static boolean isCut(RecordFormat format, String file) throws IOException {
        try (RecordReader reader = format.reader(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            Optional<FoundRecord> next = reader.next();
            while (next.isPresent()) {
                next = reader.next();
            }
            return reader.isCut();
        }
    }

    private static List<String> read(RecordFormat format, String file) throws IOException {
        return read(format, file.getBytes(StandardCharsets.UTF_8));
    }

    /** Each find as its line, a colon and its content, or an exclamation mark and its fault. */
    private static List<String> read(RecordFormat format, byte[] file) throws IOException {
        List<String> found = new ArrayList<>();
        try (RecordReader reader = format.reader(new ByteArrayInputStream(file))) {
            for (Optional<FoundRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                found.add(
                        switch (next.get()) {
                            case FoundRecord.Sound(int line, var content) -> line + ": " + content;
                            case FoundRecord.Broken(int line, String detail) -> line + "! " + detail;
                        });
            }
        }
        return found;
    }
}
