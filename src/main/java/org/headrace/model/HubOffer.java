package org.headrace.model;

import java.net.URI;

/**
 * A publisher's word that a hub sends what is new (WebSub, 4).
 *
 * @param hub http or https, absolute
 * @param topic what the hub knows the feed by, byte for byte; http or https, absolute
 */
public record HubOffer(URI hub, URI topic) {}
