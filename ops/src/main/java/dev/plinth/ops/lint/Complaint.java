package dev.plinth.ops.lint;

/** One thing that a checker has against one place; {@code guessed} when a placeholder of the plan stands in that place. */
record Complaint(String id, Place place, String message) {
    /** What was checked: a manifest by its title in a stack, or a file. */
    record Place(String subject, String title, boolean guessed) {}
}
