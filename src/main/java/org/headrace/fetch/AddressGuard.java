package org.headrace.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Decides where requests may go. Feeds and pages are written by strangers: without this, any of
 * them could make us ask the operator's router, databases or cloud metadata.
 *
 * <p>Two checks: the address as spelled, before anything happens, and each IP address at the moment
 * of the look-up whose answer is dialled. There is no second look-up in between, so a name that
 * changes its mind gains nothing.
 */
public final class AddressGuard {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The guard's answer for one address. */
  public sealed interface Verdict {
    /** May be asked, at these IP addresses only. */
    record Dial(List<InetAddress> addresses) implements Verdict {}

    /** Must not be asked. {@code reason} is for the operator. */
    record Refuse(String reason) implements Verdict {}
  }

  private AddressGuard() {}

  /** Both checks, for an address that must be public. */
  public static Verdict verdict(URI address, Names names) {
    return switch (Target.of(address)) {
      case Refused refused -> new Verdict.Refuse(refused.reason());
      case Target target ->
          objection(target, false)
              .<Verdict>map(refused -> new Verdict.Refuse(refused.reason()))
              .orElseGet(() -> lookedUp(target, names));
    };
  }

  /**
   * True unless the address as spelled is one that would be refused: for addresses that are passed
   * on and not asked. No name is looked up.
   */
  public static boolean mayBePublic(URI address) {
    return Target.of(address) instanceof Target target && objection(target, false).isEmpty();
  }

  private static Verdict lookedUp(Target target, Names names) {
    try {
      return new Verdict.Dial(dialable(target.host(), names, PATIENCE, false));
    } catch (RefusedHostException refused) {
      return new Verdict.Refuse(refused.reason());
    } catch (UnknownHostException unknown) {
      return new Verdict.Refuse("the name " + target.host() + " is not known");
    }
  }

  /**
   * The first check, of port and name; {@link Target#of} has checked scheme and spelling.
   *
   * @param open true if the host may lie in the operator's own network
   */
  static Optional<Refused> objection(Target target, boolean open) {
    if (open) {
      return Optional.empty();
    }
    if (Ports.isClosed(target.port())) {
      return Optional.of(new Refused("port " + target.port() + ", which is not one of the web"));
    }
    Optional<InetAddress> literal = HostSpelling.literal(target.host());
    if (literal.isPresent()) {
      return AddressRanges.notPublic(literal.get()).map(what -> new Refused(inside(what)));
    }
    return HostSpelling.isInside(target.host())
        ? Optional.of(new Refused(inside(target.host() + " is a name of the own network")))
        : Optional.empty();
  }

  /**
   * The second check: the addresses that may be dialled for a host. If one of them lies inside, the
   * name is not trusted at all.
   *
   * @throws RefusedHostException if none may
   */
  static List<InetAddress> dialable(String host, Names names, Duration patience, boolean open)
      throws UnknownHostException {
    Optional<InetAddress> literal = HostSpelling.literal(host);
    List<InetAddress> found =
        literal.isPresent() ? List.of(literal.get()) : names.lookUp(host, patience);
    List<InetAddress> told =
        found.stream().filter(address -> !AddressRanges.isTwinOfPublic(address)).toList();
    for (InetAddress address : told) {
      Optional<String> fault = AddressRanges.notPublic(address);
      if (fault.isPresent() && !(open && AddressRanges.mayBeOpened(address))) {
        throw new RefusedHostException(inside(host + ": " + fault.get()));
      }
    }
    if (told.isEmpty()) {
      throw new RefusedHostException("a host without a public address (" + host + ")");
    }
    return told;
  }

  private static String inside(String what) {
    return "an address that is not public (" + what + ")";
  }
}
