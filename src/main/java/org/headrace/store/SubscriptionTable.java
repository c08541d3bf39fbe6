package org.headrace.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.headrace.model.HubOffer;
import org.headrace.model.SourceId;
import org.headrace.model.Standing;
import org.headrace.model.Subscription;
import org.headrace.model.Subscription.State;
import org.jdbi.v3.core.Handle;

/** What was arranged with hubs. Of each source at most one arrangement is wanted. */
public final class SubscriptionTable {
  private static final String COLUMNS =
      "id, source, state, lease_until, failures, fence, hub, topic, base, secret";

  private final Database database;

  SubscriptionTable(Database database) {
    this.database = database;
  }

  /**
   * A new arrangement, should one be needed.
   *
   * @param id unguessable
   * @param base address of the site at which the hub is to call
   * @param secret unguessable
   */
  public record Draft(String id, String base, String secret) {
    @Override
    public String toString() {
      return "a draft for " + base;
    }
  }

  /**
   * Takes over what a source's feed says about hubs. What is arranged already stays; what is no
   * longer offered is to be ended.
   *
   * @return true if something changed
   */
  public boolean offered(SourceId source, Optional<HubOffer> offer, Draft draft, Instant now) {
    Optional<HubOffer> kept = database.read(handle -> wanted(handle, source));
    if (kept.equals(offer)) {
      return false;
    }
    return database.write(
        handle -> {
          if (!hold(handle, source) || wanted(handle, source).equals(offer)) {
            return false;
          }
          end(handle, List.of(source), now);
          return offer.map(hub -> insert(handle, source, hub, draft, now)).orElse(true);
        });
  }

  /** Nobody else arranges anything for the source until this is done; false if it is not listed. */
  private static boolean hold(Handle handle, SourceId source) {
    return handle
            .createUpdate("update source set paused = paused where id = :id and not paused")
            .bind("id", source.value())
            .execute()
        == 1;
  }

  private static Optional<HubOffer> wanted(Handle handle, SourceId source) {
    return handle
        .createQuery(
            "select " + COLUMNS + " from subscription where source = :id and state != 'gone'")
        .bind("id", source.value())
        .map((row, context) -> subscription(row).offer())
        .findOne();
  }

  /** False if another process was first. */
  private static boolean insert(
      Handle handle, SourceId source, HubOffer hub, Draft draft, Instant now) {
    return handle
            .createUpdate(
                """
            insert into subscription (id, source, state, due, lease_until, failures, fence, hub,
              topic, base, secret)
            values (:id, :source, 'asked', :now, 0, 0, 0, :hub, :topic, :base, :secret)
            on conflict do nothing
            """)
            .bind("id", draft.id())
            .bind("source", source.value())
            .bind("now", Millis.of(now))
            .bind("hub", hub.hub().toString())
            .bind("topic", hub.topic().toString())
            .bind("base", draft.base())
            .bind("secret", draft.secret())
            .execute()
        == 1;
  }

  /** Nothing of these sources is wanted any more. */
  static void end(Handle handle, Collection<SourceId> sources, Instant now) {
    for (List<Long> chunk : Chunks.of(sources.stream().map(SourceId::value).toList())) {
      handle
          .createUpdate(
              """
              update subscription set state = 'gone', due = :now, failures = 0, fence = fence + 1
              where source in (<sources>) and state != 'gone'
              """)
          .bind("now", Millis.of(now))
          .bindList("sources", chunk)
          .execute();
    }
  }

  /**
   * Says at which address hubs call from now on. Where one was told another, it is to be asked
   * anew; one that is no longer wanted cannot be told so any more.
   */
  public void servedAt(String base, Instant now) {
    database.write(
        handle -> {
          handle
              .createUpdate("delete from subscription where base != :base and state = 'gone'")
              .bind("base", base)
              .execute();
          return handle
              .createUpdate(
                  """
                  update subscription set base = :base, state = 'asked', due = :now,
                    lease_until = 0, failures = 0, fence = fence + 1
                  where base != :base
                  """)
              .bind("base", base)
              .bind("now", Millis.of(now))
              .execute();
        });
  }

  /** The arrangement of that id. */
  public Optional<Subscription> find(String id) {
    return database.read(
        handle ->
            handle
                .createQuery("select " + COLUMNS + " from subscription where id = :id")
                .bind("id", id)
                .map((row, context) -> subscription(row))
                .findOne());
  }

  /** Takes those about which something is to be done; nobody else gets them within the lease. */
  public List<Subscription> claim(int most, Duration lease, Instant now) {
    return database.write(
        handle ->
            handle
                .createQuery(
                    """
                    with due as (
                      select id from subscription where due <= :now
                      order by due limit :most <skipLocked>)
                    update subscription set fence = fence + 1, due = :until
                    where id in (select id from due)
                    returning <columns>
                    """)
                .define("skipLocked", database.skipLocked())
                .define("columns", COLUMNS)
                .bind("now", Millis.of(now))
                .bind("until", Millis.after(now, lease))
                .bind("most", most)
                .map((row, context) -> subscription(row))
                .list());
  }

  /** Keeps what came of a claim; false if the hub has called meanwhile, or the claim is lost. */
  public boolean keep(Subscription claimed, Standing standing, Instant now) {
    return keep(claimed, standing, "fence = :fence", now);
  }

  /** Keeps what a hub has said, whoever works on it; false if it is not wanted any more. */
  public boolean settle(Subscription subscription, Standing standing, Instant now) {
    return keep(subscription, standing, "state != 'gone'", now);
  }

  /** The source is held before the arrangement, as where sources are edited. */
  private boolean keep(Subscription one, Standing standing, String condition, Instant now) {
    return database.write(
        handle -> {
          if (standing.state() != State.VERIFIED && stands(handle, one, condition)) {
            Pushes.distrust(handle, one.source(), now);
          }
          return update(handle, one, standing, condition);
        });
  }

  private static boolean stands(Handle handle, Subscription one, String condition) {
    return handle
        .createQuery("select 1 from subscription where id = :id and <condition>")
        .define("condition", condition)
        .bind("id", one.id())
        .bind("fence", one.fence())
        .mapTo(int.class)
        .findOne()
        .isPresent();
  }

  private static boolean update(
      Handle handle, Subscription subscription, Standing standing, String condition) {
    return handle
            .createUpdate(
                """
                update subscription set state = :state, lease_until = :lease, due = :due,
                  failures = :failures, fence = fence + 1
                where id = :id and <condition>
                """)
            .define("condition", condition)
            .bind("state", standing.state().name().toLowerCase(Locale.ROOT))
            .bind("lease", standing.lease().map(Millis::of).orElse(0L))
            .bind("due", Millis.of(standing.due()))
            .bind("failures", standing.failures())
            .bind("id", subscription.id())
            .bind("fence", subscription.fence())
            .execute()
        == 1;
  }

  /** Forgets one that is no longer wanted. */
  public void forget(Subscription subscription) {
    database.write(
        handle ->
            handle
                .createUpdate("delete from subscription where id = :id and state = 'gone'")
                .bind("id", subscription.id())
                .execute());
  }

  private static Subscription subscription(ResultSet row) throws SQLException {
    long lease = row.getLong("lease_until");
    return new Subscription(
        row.getString("id"),
        new SourceId(row.getLong("source")),
        new HubOffer(URI.create(row.getString("hub")), URI.create(row.getString("topic"))),
        row.getString("base"),
        row.getString("secret"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        lease == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(lease)),
        row.getInt("failures"),
        row.getLong("fence"));
  }
}
