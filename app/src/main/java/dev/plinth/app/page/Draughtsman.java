package dev.plinth.app.page;

import dev.plinth.app.page.Drawing.Box;
import dev.plinth.app.page.Drawing.Curve;
import dev.plinth.app.page.Drawing.Thing;
import dev.plinth.app.page.Drawing.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws graphs. */
final class Draughtsman {
    private static final int GAP_ACROSS = 72;
    private static final int GAP_DOWN = 18;
    private static final int MARGIN = 6;

    /** The things and what ties them together; {@code main} is the key of the one that it is about. */
    static Drawing draw(List<Thing> things, List<Tie> ties, String main) {
        List<List<Thing>> columns = new Layers(things, ties).columns();
        int rows = columns.stream().mapToInt(List::size).max().orElse(0);
        int height = 2 * MARGIN + rows * (Drawing.BOX_HEIGHT + GAP_DOWN) - GAP_DOWN;
        int width = 2 * MARGIN + columns.size() * (Drawing.BOX_WIDTH + GAP_ACROSS) - GAP_ACROSS;
        List<Box> boxes = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            boxes.addAll(column(columns.get(column), column, height, main));
        }
        Map<String, Box> places =
                boxes.stream().collect(Collectors.toMap(box -> box.thing().key(), Function.identity()));
        List<Curve> curves = ties.stream()
                .filter(tie -> places.containsKey(tie.from()) && places.containsKey(tie.to()))
                .map(tie -> curve(
                        Objects.requireNonNull(places.get(tie.to())),
                        Objects.requireNonNull(places.get(tie.from())),
                        tie))
                .toList();
        return new Drawing(width, height, boxes, curves);
    }

    /** The boxes of one column, in the middle of the height. */
    private static List<Box> column(List<Thing> things, int column, int height, String main) {
        int left = MARGIN + column * (Drawing.BOX_WIDTH + GAP_ACROSS);
        int step = Drawing.BOX_HEIGHT + GAP_DOWN;
        int top = (height - (things.size() * step - GAP_DOWN)) / 2;
        List<Box> boxes = new ArrayList<>();
        for (int row = 0; row < things.size(); row++) {
            Thing thing = things.get(row);
            boxes.add(new Box(thing, left, top + row * step, thing.key().equals(main)));
        }
        return boxes;
    }

    private static Curve curve(Box need, Box user, Tie tie) {
        int fromLeft = need.left() + Drawing.BOX_WIDTH;
        int fromTop = need.top() + Drawing.BOX_HEIGHT / 2;
        int toLeft = user.left() - 2;
        int toTop = user.top() + Drawing.BOX_HEIGHT / 2;
        int bend = Math.max(GAP_ACROSS / 2, (toLeft - fromLeft) / 2);
        String path = "M%d %d C%d %d %d %d %d %d"
                .formatted(fromLeft, fromTop, fromLeft + bend, fromTop, toLeft - bend, toTop, toLeft, toTop);
        return new Curve(path, tie.verb());
    }

    private Draughtsman() {}
}
