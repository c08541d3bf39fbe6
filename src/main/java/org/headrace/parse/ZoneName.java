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
          at("wat", 60),
          at("cat", 120),
          at("eat", 180),
          at("idt", 180),
          at("irst", 210),
          at("npt", 345),
          at("mmt", 390),
          at("wita", 480),
          at("myt", 480),
          at("wit", 540),
          at("brst", -120),
          at("uyt", -180),
          at("clst", -180),
          at("clt", -240),
          at("vet", -240),
          at("cot", -300),
          at("pet", -300),
          at("eastern standard time", -300),
          at("eastern daylight time", -240),
          at("central standard time", -360),
          at("central daylight time", -300),
          at("mountain standard time", -420),
          at("mountain daylight time", -360),
          at("pacific standard time", -480),
          at("pacific daylight time", -420),
          at("greenwich mean time", 0),
          at("coordinated universal time", 0),
          at("british summer time", 60),
          at("central european time", 60),
          at("central european standard time", 60),
          at("central european summer time", 120),
          at("eastern european time", 120),
          at("eastern european summer time", 180),
          at("indian standard time", 330),
          at("india standard time", 330),
          at("japan standard time", 540),
          Map.entry("eastern time", ZoneId.of("America/New_York")),
          Map.entry("pacific time", ZoneId.of("America/Los_Angeles")),
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
