package dev.plinth.app.page;

/** The page of one kind of error. */
public record ProblemPage(Frame frame, ProblemView problem) {}
