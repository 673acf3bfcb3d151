package dev.plinth.app.http.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.search.Passage;
import dev.plinth.app.search.Passage.Piece;
import dev.plinth.app.search.Suggestion;
import dev.plinth.app.values.MetricId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HitJsonTest {
    @Test
    void nothingThatPeopleWroteIsHtml() {
        var passage = new Passage(
                List.of(new Piece("<script>alert('1')</script> & ", false), new Piece("<img src=\"x\">", true)));

        assertThat(HitJson.html(passage))
                .isEqualTo("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; "
                        + "<mark>&lt;img src=&quot;x&quot;&gt;</mark>");
    }

    @Test
    void aSuggestionSaysWhatItIs() {
        assertThat(HitJson.write(new Suggestion.OfTag("board", 3)).toString())
                .isEqualTo("{\"text\":\"board\",\"kind\":\"tag\",\"metrics\":3}");
        var alias = new Suggestion.OfMetric("MRR", Suggestion.Kind.ALIAS, new MetricId("finance.mrr"));
        assertThat(HitJson.write(alias).toString())
                .isEqualTo("{\"text\":\"MRR\",\"kind\":\"alias\",\"metric_id\":\"finance.mrr\"}");
    }
}
