package org.headrace.pipeline;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.headrace.model.HubOffer;
import org.headrace.model.Source;
import org.headrace.store.Store;
import org.headrace.store.SubscriptionTable;

/** Remembers which hub a feed names, so that it is asked to send what is new. */
final class HubOffers {
  private static final int BYTES_OF_ID = 16;
  private static final int BYTES_OF_SECRET = 32;

  private final Store store;
  private final PushSettings settings;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  HubOffers(Store store, PushSettings settings, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** A whole document of {@code source} came; {@code offer} is what it says about hubs. */
  void met(Source source, Optional<HubOffer> offer) {
    if (settings.base().isEmpty()) {
      return;
    }
    Optional<URI> base = settings.base(source);
    SubscriptionTable.Draft draft =
        new SubscriptionTable.Draft(
            unguessable(BYTES_OF_ID),
            base.map(URI::toString).orElse(""),
            unguessable(BYTES_OF_SECRET));
    store
        .subscriptions()
        .offered(source.id(), offer.filter(hub -> base.isPresent()), draft, clock.instant());
  }

  private String unguessable(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
