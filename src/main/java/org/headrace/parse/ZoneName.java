package org.headrace.parse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Zones by the names feeds use. A name that says summer or winter is taken at its word, whatever
 * the season; a name that several countries use has the meaning feeds give it most.
 */
final class ZoneName {
  /** Where dates with Korean words are written. */
  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private static final Map<String, ZoneId> REGIONS =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.contains("/"))
          .collect(Collectors.toMap(id -> id.toLowerCase(Locale.ROOT), ZoneId::of, (a, b) -> a));

  private static final Map<String, ZoneId> NAMES =
      Map.ofEntries(
          at("z", 0),
          at("utc", 0),
          at("ut", 0),
          at("gmt", 0),
          at("wet", 0),
          at("west", 60),
          at("bst", 60),
          at("cet", 60),
          at("met", 60),
          at("mez", 60),
          at("cest", 120),
          at("mest", 120),
          at("mesz", 120),
          at("eet", 120),
          at("sast", 120),
          at("eest", 180),
          at("msk", 180),
          at("trt", 180),
          at("msd", 240),
          at("gst", 240),
          at("pkt", 300),
          at("ist", 330),
          at("wib", 420),
          at("ict", 420),
          at("sgt", 480),
          at("hkt", 480),
          at("pht", 480),
          at("awst", 480),
          at("jst", 540),
          at("kst", 540),
          at("acst", 570),
          at("aest", 600),
          at("acdt", 630),
          at("aedt", 660),
          at("nzst", 720),
          at("nzdt", 780),
          at("brt", -180),
          at("art", -180),
          at("ndt", -150),
          at("nst", -210),
          at("adt", -180),
          at("ast", -240),
          at("edt", -240),
          at("est", -300),
          at("cdt", -300),
          at("cst", -360),
          at("mdt", -360),
          at("mst", -420),
          at("pdt", -420),
          at("pst", -480),
          at("akdt", -480),
          at("akst", -540),
          at("hst", -600),
          Map.entry("et", ZoneId.of("America/New_York")),
          Map.entry("ct", ZoneId.of("America/Chicago")),
          Map.entry("mt", ZoneId.of("America/Denver")),
          Map.entry("pt", ZoneId.of("America/Los_Angeles")));

  private ZoneName() {}

  /** The zone of that name, lower case; empty if it is not known. */
  static Optional<ZoneId> zone(String name) {
    Optional<ZoneId> known = Optional.ofNullable(NAMES.get(name));
    return known.or(() -> Optional.ofNullable(REGIONS.get(name)));
  }

  private static Map.Entry<String, ZoneId> at(String name, int minutes) {
    return Map.entry(name, ZoneOffset.ofTotalSeconds(minutes * 60));
  }
}
