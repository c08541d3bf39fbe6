package org.headrace.publish;

import java.util.Optional;

/**
 * One document of a feed's archive: stories that no longer change their place (RFC 5005, 4).
 *
 * @param publication the feed, with the stories of this part alone
 * @param name of the part: small letters, digits and "-"
 * @param previous name of the part with older stories; empty if there is none
 * @param next name of the part with newer ones; empty if the feed itself comes next
 */
public record ArchivePart(
    Publication publication, String name, Optional<String> previous, Optional<String> next) {}
