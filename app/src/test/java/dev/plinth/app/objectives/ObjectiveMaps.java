package dev.plinth.app.objectives;

import dev.plinth.app.values.MetricId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Objectives, key results and check-ins in memory; the only public metric is {@code public.metric}. */
final class ObjectiveMaps {
    private static final Instant TIME = Instant.parse("2026-05-01T12:00:00Z");

    private final Map<UUID, Objective> objectives = new TreeMap<>();
    private final Map<UUID, KeyResult> keyResults = new TreeMap<>();
    private final List<CheckIn> checkIns = new ArrayList<>();
    private long next = 1;

    private UUID uid() {
        return new UUID(0, next++);
    }

    final class ObjectiveMap implements ObjectiveStore {
        @Override
        public Objective insert(ObjectiveContent content) {
            var made = new Objective(uid(), content, 1, TIME, TIME);
            objectives.put(made.uid(), made);
            return made;
        }

        @Override
        public Optional<Objective> find(UUID uid) {
            return Optional.ofNullable(objectives.get(uid));
        }

        @Override
        public Optional<Objective> lock(UUID uid) {
            return find(uid);
        }

        @Override
        public Objective update(UUID uid, ObjectiveContent content) {
            long revision = find(uid).orElseThrow().revision() + 1;
            var after = new Objective(uid, content, revision, TIME, TIME);
            objectives.put(uid, after);
            return after;
        }

        @Override
        public void delete(UUID uid) {
            objectives.remove(uid);
        }

        @Override
        public List<Objective> list(ObjectiveQuery query) {
            return objectives.values().stream()
                    .filter(objective -> objective.uid().compareTo(query.after()) > 0)
                    .limit(query.limit())
                    .toList();
        }
    }

    final class KeyResultMap implements KeyResultStore {
        @Override
        public KeyResult insert(UUID objective, KeyResultContent content, Reading reading) {
            var made = new KeyResult(uid(), objective, content, reading, 1, TIME, TIME);
            keyResults.put(made.uid(), made);
            return made;
        }

        @Override
        public Optional<KeyResult> find(UUID uid) {
            return Optional.ofNullable(keyResults.get(uid));
        }

        @Override
        public Optional<KeyResult> lock(UUID uid) {
            return find(uid);
        }

        @Override
        public KeyResult update(UUID uid, KeyResultContent content, Reading reading) {
            KeyResult before = find(uid).orElseThrow();
            var after = new KeyResult(uid, before.objective(), content, reading, before.revision() + 1, TIME, TIME);
            keyResults.put(uid, after);
            return after;
        }

        @Override
        public void delete(UUID uid) {
            keyResults.remove(uid);
        }

        @Override
        public List<KeyResult> of(UUID objective, UUID after, int limit) {
            return keyResults.values().stream()
                    .filter(one ->
                            one.objective().equals(objective) && one.uid().compareTo(after) > 0)
                    .limit(limit)
                    .toList();
        }

        @Override
        public boolean isPublic(MetricId metric) {
            return metric.value().equals("public.metric");
        }
    }

    final class CheckInList implements CheckInStore {
        @Override
        public CheckIn insert(UUID keyResult, CheckIn.Report report, String author, Instant at) {
            var made = new CheckIn(uid(), report, author, at);
            checkIns.addFirst(made);
            return made;
        }

        @Override
        public List<CheckIn> list(UUID keyResult, Optional<UUID> before, int limit) {
            return checkIns.stream().limit(limit).toList();
        }
    }
}
