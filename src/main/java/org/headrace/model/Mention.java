package org.headrace.model;

import java.net.URI;
import java.util.Optional;

/** Another source that carried the same story. */
public record Mention(SourceId source, String sourceName, PlainText title, Optional<URI> link) {}
