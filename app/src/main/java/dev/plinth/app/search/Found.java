package dev.plinth.app.search;

import dev.plinth.app.values.Slice;

/** A page of hits, and how well they fit. */
public record Found(Match match, Slice<SearchHit> hits) {}
