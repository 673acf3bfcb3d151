package dev.plinth.app.stats;

import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what is added, and gives figures by which a test can tell what was asked. */
final class StatsInMemory implements StatsStore {
    static final MetricId ID = new MetricId("finance.margin");

    final List<Map<String, Long>> added = new ArrayList<>();
    boolean out;
    int rankings;

    @Override
    public void add(Map<String, Long> reads) {
        if (out) {
            throw new IllegalStateException("The store is out");
        }
        added.add(reads);
    }

    @Override
    public void rank(int days) {
        rankings++;
    }

    @Override
    public Overview.Lacks lacks(MetricQuery metrics) {
        return new Overview.Lacks(size(metrics.view()), 1, 2, 3);
    }

    @Override
    public Overview.Stale stale(MetricQuery metrics, int days) {
        return new Overview.Stale(days, size(metrics.view()), List.of(ID));
    }

    @Override
    public Usage usage(View view, int days, int limit) {
        return new Usage(
                days,
                size(view),
                List.of(new Usage.Day(LocalDate.of(2026, 1, 31), size(view))),
                List.of(new Usage.MostRead(ID, "Margin", limit)));
    }

    @Override
    public Adoption adoption(View view) {
        var share = new Adoption.Share(size(view), 4, 3, 2, 1);
        return new Adoption(share, List.of(new Adoption.OfDomain("finance", share)));
    }

    private static long size(View view) {
        return view == View.PUBLISHED ? 10 : 20;
    }
}
