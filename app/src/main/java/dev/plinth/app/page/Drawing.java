package dev.plinth.app.page;

import java.util.List;

/**
 * A graph drawn from left to right, in units of the drawing: what others depend on stands to the left of them. Boxes do
 * not overlap.
 */
public record Drawing(int width, int height, List<Box> boxes, List<Curve> curves) {
    static final int BOX_WIDTH = 220;
    static final int BOX_HEIGHT = 52;

    /** Something drawn as a box; {@code address} is "" when there is nowhere to go. */
    public record Thing(String key, String kind, String title, String note, String address) {}

    /** Leads from what depends to what it depends on, both by their keys. */
    public record Tie(String from, String to, String verb) {}

    /** A thing at its place: its upper left corner. */
    public record Box(Thing thing, int left, int top, boolean main) {
        private static final int TITLE_MAX = 28;
        private static final int NOTE_MAX = 32;

        /** As much of the title as fits. */
        public String title() {
            return shortened(thing.title(), TITLE_MAX);
        }

        public String note() {
            return shortened(thing.note(), NOTE_MAX);
        }

        private static String shortened(String text, int lengthMax) {
            return text.length() <= lengthMax ? text : text.substring(0, lengthMax - 1) + "…";
        }
    }

    /** A line from the right side of a box to the left side of one that depends on it, as the path of an SVG. */
    public record Curve(String path, String verb) {}

    public Drawing {
        boxes = List.copyOf(boxes);
        curves = List.copyOf(curves);
    }

    public int boxWidth() {
        return BOX_WIDTH;
    }

    public int boxHeight() {
        return BOX_HEIGHT;
    }
}
